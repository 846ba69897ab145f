import type { Breach } from '../../breaches/breach.ts';
import { consequenceOf } from '../../breaches/catalogue.ts';
import { classOf } from '../../breaches/consequences.ts';
import type { Harm } from '../../breaches/harm.ts';
import type { Parameter } from '../../breaches/kind.ts';
import type { ExchangeRecord } from '../results.ts';

/** NumberOfFrames. */
const NUMBER_OF_FRAMES = '00280008';
const PIXEL_DATA = '7FE00010';
/** Alterations after which no picture of the pixels looks like what was stored. */
const THROUGHOUT: readonly Parameter[] = [
  ...['swapped', 'reversed words', 'inverted', 'negative', 'zeros', 'red and blue', 'by plane', 'by pixel'],
  ...['mirrored', 'upside down', 'turned', 'high bytes', 'low bytes'],
];
/** What has to be wrong with the pixels for a picture to be wrong. */
const ALTERED: Partial<Record<Harm, string>> = {
  altered: 'pixels altered',
  'wrong-patient-or-image': 'pixels altered throughout',
};
/** So many frames that are gone are named one by one. */
const MOST_FRAMES = 64;

/**
 * Pixels that were altered alike are altered by one thing, whichever view of the instance shows it: the file, its bulk
 * data or its frames; and so is what ends after the same number of bytes, whatever it is. What shows no pattern says nothing.
 */
export function pixelKeys({ code, parameters }: Breach): string[] {
  const { name, how, same, returned, bytes } = parameters;
  if (code === 'part-cut-off') return [`cut after ${bytes} bytes`];
  if (typeof how !== 'string' || how === 'some') return [];
  if (how === 'cut') return [`cut after ${returned} bytes`];
  const alike = THROUGHOUT.includes(how) ? [`pixels ${how}`] : [];
  return typeof name === 'string' ? [...alike, `pixels of ${name} ${how} from ${same}`] : alike;
}

/**
 * A file with other pixels than were stored: whatever is rendered of the instance shows these. Whether it shows another image
 * cannot be seen where none of the pixels are what they were.
 */
export function pixelsTaken({ where, parameters }: Breach, uids: readonly string[]): string[] {
  // Other numbers of bytes or frames, and not another VR of the element.
  const isOfPixels = where.kind === 'element' && where.path === PIXEL_DATA && typeof parameters.returned === 'number';
  if (!isOfPixels) return [];
  return uids.flatMap((uid) => [
    `pixels altered of ${uid}`,
    ...(THROUGHOUT.includes(parameters.how ?? null) ? [`pixels altered throughout of ${uid}`] : []),
  ]);
}

/** A rendered picture that does not show what was stored. */
export function pixelsNeeded(breach: Breach, uids: readonly string[], exchange: ExchangeRecord | undefined): string[] {
  const isRendered = /\/(rendered|thumbnail)(\?|$)/.test(exchange?.request.url ?? '');
  if (!isRendered || breach.where.kind === 'status') return [];
  const what = ALTERED[classOf(consequenceOf(breach))];
  return what === undefined ? [] : uids.map((uid) => `${what} of ${uid}`);
}

/** Frames of an instance that are gone from its file: none of its other views has them either. */
export function framesTaken({ code, parameters }: Breach, uids: readonly string[]): string[] {
  const { name, stored, returned } = parameters;
  if (code !== 'instance-frames-changed' || !(Number(returned) < Number(stored))) return [];
  const gone = Array.from({ length: Math.min(Number(stored) - Number(returned), MOST_FRAMES) });
  return [
    ...[name, ...uids].map((one) => `frames gone of ${one}`),
    ...uids.flatMap((uid) => gone.map((_, index) => `frame gone of ${uid}: ${Number(returned) + 1 + index}`)),
  ];
}

/** What of an instance another breach would not show if all of its frames were there. */
export function framesNeeded(
  { parameters }: Breach,
  uids: readonly string[],
  exchange: ExchangeRecord | undefined,
): string[] {
  const { name, how, tag } = parameters;
  const asked = framesIn(exchange?.request.url ?? '');
  return [
    ...(how === 'cut' || tag === NUMBER_OF_FRAMES ? named(name, uids).map((one) => `frames gone of ${one}`) : []),
    ...(parameters.status === undefined ? [] : uids).flatMap((uid) =>
      asked.map((one) => `frame gone of ${uid}: ${one}`),
    ),
  ];
}

function named(name: Parameter | undefined, uids: readonly string[]): readonly string[] {
  return typeof name === 'string' ? [name, ...uids] : uids;
}

function framesIn(url: string): readonly string[] {
  return /\/frames\/([\d,]+)/.exec(url.replace(/%2C/gi, ','))?.[1]?.split(',') ?? [];
}
