import type { StampingRates } from '../../lib/synthesis/measure-stamping.ts';

/** One figure of the stamping with its bar. */
export interface StampingResult {
  readonly title: string;
  readonly value: number;
  readonly bar: number;
  readonly unit: string;
  readonly reached: boolean;
}

/** Instances a CPU-second with a shared pixel buffer, with a copy at 512 KiB, and how many times dcmjs that is. */
const SHARED_BAR = 300_000;
const COPIED_BAR = 4000;
const DCMJS_BAR = 400;

/** Holds the rates against the bars. */
export function judgeStamping(rates: readonly StampingRates[]): readonly StampingResult[] {
  const results = rates.flatMap(({ size, shared, copied, dcmjs }) => {
    const title = `${size / 1024} KiB`;
    return [
      { title: `${title}, pixel data shared`, value: shared, bar: SHARED_BAR, unit: '/cpu-s' },
      { title: `${title}, copied`, value: copied, bar: COPIED_BAR, unit: '/cpu-s' },
      { title: `${title}, over building each with dcmjs`, value: shared / dcmjs, bar: DCMJS_BAR, unit: 'times' },
    ];
  });
  return results.map((result) => ({ ...result, reached: result.value >= result.bar }));
}
