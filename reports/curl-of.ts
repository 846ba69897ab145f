import type { ExchangeRecord } from '../lib/results/results.ts';
import { visibleLines } from './visible-text.ts';

const LONGEST = 4_000;

/** The command that repeats an exchange. */
export function curlOf({ curl }: ExchangeRecord): string {
  return visibleLines(curl, LONGEST);
}
