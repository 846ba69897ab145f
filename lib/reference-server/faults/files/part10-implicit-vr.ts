import { changePayloads, on } from '../../changes/answers.ts';
import { toImplicitVr } from '../../changes/implicit-vr.ts';
import type { Fault } from '../fault.ts';

export const part10ImplicitVr: Fault = {
  id: 'part10-implicit-vr',
  title: 'returns files in Implicit VR Little Endian',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['WADO-RS-006', 'WADO-RS-008'],
  behaviour: () => changePayloads(on('retrieve'), toImplicitVr),
};
