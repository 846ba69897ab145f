import { CR } from './cr.ts';
import { CT } from './ct.ts';
import { DX } from './dx.ts';
import type { Modality } from './modality.ts';
import { MR } from './mr.ts';
import { SM } from './sm.ts';
import { US } from './us.ts';

/** The modalities that can be synthesised, by their value of Modality (0008,0060). */
export const MODALITIES: ReadonlyMap<string, Modality> = new Map(
  [CT, MR, CR, DX, US, SM].map((modality) => [modality.code, modality]),
);
