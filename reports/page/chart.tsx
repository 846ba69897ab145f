/** @jsxImportSource preact */
import { type InBoth, type Language, speaking } from '../words/language.ts';
import { say, sayText } from './say.ts';
import { WORDS, type Word } from './words.ts';

/** A line of a chart. */
export interface ChartLine {
  readonly word: Word | null;
  readonly name: string;
  /** Class that colours the line. */
  readonly tone: 'first' | 'second' | 'third' | 'fail';
  /** One value a point of time; null breaks the line. */
  readonly values: readonly (number | null)[];
}

interface ChartProps {
  readonly title: Word;
  /** Seconds from the start, one a point. */
  readonly times: readonly number[];
  readonly lines: readonly ChartLine[];
  readonly format: (value: number) => string;
}

const WIDTH = 720;
const HEIGHT = 232;
/** Width of a character of an axis on a phone, where the whole drawing is small and its letters are larger. */
const CHARACTER = 11.5;
const BOTTOM = 36;
const TOP = 16;
/** Most columns of a chart that name their values under the pointer. */
const MOST_COLUMNS = 120;

/** Lines over time as a drawing inside the page: no script, sharp in print, and described in words. */
export function Chart({ title, times, lines, format }: ChartProps) {
  const ticks = ticksUpTo(Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const top = ticks.at(-1) ?? 1;
  const last = Math.max(1, times.at(-1) ?? 1);
  const left = 12 + CHARACTER * Math.max(...ticks.map((tick) => format(tick).length));
  const x = (time: number) => left + (time / last) * (WIDTH - left - 8);
  const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  return (
    <figure class="chart">
      <figcaption>
        <b {...say(title)} />
        {lines.map(({ name, word, tone }) => (
          <span key={name} class={`key ${tone}`}>
            {word ? <span {...say(word)} /> : name}
          </span>
        ))}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={inWords(lines, format, 'en')}
        data-ja-label={inWords(lines, format, 'ja')}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="grid" x1={left} x2={WIDTH - 8} y1={y(tick).toFixed(1)} y2={y(tick).toFixed(1)} />
            <text class="tick end" x={left - 6} y={(y(tick) + 4).toFixed(1)}>
              {format(tick)}
            </text>
          </g>
        ))}
        {ticksUpTo(last)
          .filter((time) => time <= last)
          .map((time) => (
            <text key={time} class="tick middle" x={x(time).toFixed(1)} y={HEIGHT - 8}>
              {time} s
            </text>
          ))}
        <Values times={times} lines={lines} format={format} x={x} />
        {lines.map(({ name, tone, values }) => (
          <path key={name} class={`line ${tone}`} d={pathOf(values, times, x, y)} />
        ))}
      </svg>
    </figure>
  );
}

type ValuesProps = Pick<ChartProps, 'times' | 'lines' | 'format'> & { readonly x: (time: number) => number };

/** Columns that are not seen and tell the values of their second under the pointer. */
function Values({ times, lines, format, x }: ValuesProps) {
  const step = Math.ceil(times.length / MOST_COLUMNS);
  const shown = times.flatMap((time, index) => (index % step === 0 ? [{ time, index }] : []));
  return (
    <>
      {shown.map(({ time, index }, column) => (
        <rect
          key={time}
          class="hit"
          x={x(time).toFixed(1)}
          y={TOP}
          width={(x(shown[column + 1]?.time ?? time) - x(time)).toFixed(1)}
          height={HEIGHT - TOP - BOTTOM}
        >
          <title {...sayText(valuesAt(index, time, lines, format, 'en'), valuesAt(index, time, lines, format, 'ja'))} />
        </rect>
      ))}
    </>
  );
}

function valuesAt(
  index: number,
  time: number,
  lines: readonly ChartLine[],
  format: (value: number) => string,
  language: Language,
): string {
  const say = speaking(language);
  const told = lines.map(({ name, word, values }) => {
    const value = values[index] ?? null;
    const both: InBoth = word ? WORDS[word] : [name, name];
    return `${say(...both)} ${value === null ? '–' : format(value)}`;
  });
  return `${time} s: ${told.join(', ')}`;
}

function pathOf(
  values: readonly (number | null)[],
  times: readonly number[],
  x: (time: number) => number,
  y: (value: number) => number,
): string {
  let pen: 'M' | 'L' = 'M';
  return values
    .map((value, index) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${x(times[index] ?? 0).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
      return step;
    })
    .join('');
}

/** Four to six round values from zero to at least `highest`. */
function ticksUpTo(highest: number): number[] {
  if (highest <= 0) return [0, 1];
  const raw = highest / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw) ?? raw;
  const count = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

function inWords(lines: readonly ChartLine[], format: (value: number) => string, language: Language): string {
  const say = speaking(language);
  return lines
    .map(({ name, word, values }) => {
      const title = say(name, word ? WORDS[word][1] : name);
      const known = values.filter((value) => value !== null);
      if (known.length === 0) return say(`${title}: no data`, `${title}：データなし`);
      const [least, most] = [format(Math.min(...known)), format(Math.max(...known))];
      return say(`${title}: ${least} to ${most}`, `${title}：${least} ～ ${most}`);
    })
    .join(say('; ', '、'));
}
