/** @jsxImportSource preact */
import { say } from '../page/say.ts';
import type { Word } from '../page/words.ts';

interface SmallMultipleProps {
  readonly word: Word;
  /** One value a run; null leaves a gap. */
  readonly values: readonly (number | null)[];
  /** Names of the runs, in the same order. */
  readonly names: readonly string[];
  readonly format: (value: number) => string;
}

const WIDTH = 160;
const HEIGHT = 44;
const EDGE = 5;

/** One figure over several runs as a small drawing from zero to its highest value, with the last value in words. */
export function SmallMultiple({ word, values, names, format }: SmallMultipleProps) {
  const known = values.filter((value) => value !== null);
  const last = values.at(-1) ?? null;
  const highest = Math.max(0, ...known) || 1;
  const x = (index: number) => EDGE + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => EDGE + (1 - value / highest) * (HEIGHT - 2 * EDGE);
  return (
    <figure class="multiple">
      <figcaption>
        <span {...say(word)} /> <b>{last === null ? '–' : format(last)}</b>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(values, names, format)}>
        <line class="grid" x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} />
        <path class="line first" d={pathOf(values, x, y)} />
        {values.map((value, index) =>
          value === null ? null : (
            <circle key={index} class="dot" cx={x(index).toFixed(1)} cy={y(value).toFixed(1)} r="2.4">
              <title>{`${names[index] ?? ''}: ${format(value)}`}</title>
            </circle>
          ),
        )}
      </svg>
    </figure>
  );
}

function pathOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const follows = index > 0 && values[index - 1] !== null;
      return `${follows ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}

function inWords(
  values: readonly (number | null)[],
  names: readonly string[],
  format: (value: number) => string,
): string {
  return values.map((value, index) => `${names[index] ?? ''}: ${value === null ? '–' : format(value)}`).join('; ');
}
