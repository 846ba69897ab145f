import type { InstancePath, ResourcePath, SearchResource } from '../dicomweb/operations.ts';

const LEVELS = ['study', 'series', 'instance'] as const;
/** PS3.5 Table 6.2-1: what a UID consists of. */
const UID = /^[0-9.]{1,64}$/;

/**
 * The path alone, of something that may have more properties.
 *
 * @throws TypeError that names the UID which is missing or is none.
 */
export function checkedPath(path: ResourcePath): ResourcePath {
  const given: Readonly<Record<string, unknown>> = { ...path };
  const last = LEVELS.findLastIndex((level) => level in given);
  const names = LEVELS.slice(0, Math.max(1, last + 1));
  for (const name of names) checkedUid(name, given[name]);
  return Object.fromEntries(names.map((name) => [name, given[name]])) as unknown as ResourcePath;
}

/** The path of one instance. @throws TypeError as `checkedPath` does. */
export function checkedInstance({ study, series, instance }: InstancePath): InstancePath {
  return checkedPath({ study, series, instance }) as InstancePath;
}

/** @throws TypeError for a level that there is not, and as `checkedPath` does. */
export function checkedSearch(resource: SearchResource): SearchResource {
  const { level, study, series } = resource as { level: unknown; study?: unknown; series?: unknown };
  if (level !== 'studies' && level !== 'series' && level !== 'instances') {
    throw new TypeError(`the level of a search is ${shown(level)}; it is 'studies', 'series' or 'instances'`);
  }
  if (study !== undefined) checkedUid('study', study);
  if (series !== undefined) checkedUid('series', series);
  if (series !== undefined && study === undefined) throw new TypeError('a search below a series names its study too');
  if (level === 'studies' && study !== undefined)
    throw new TypeError("a search below a study has the level 'series' or 'instances'");
  if (level === 'series' && series !== undefined)
    throw new TypeError("a search below a series has the level 'instances'");
  return resource;
}

/** @throws TypeError for what is no number of a frame, and for none at all. */
export function checkedFrames(frames: readonly number[]): readonly number[] {
  const wrong = frames.find((frame) => !Number.isSafeInteger(frame) || frame < 0);
  if (wrong !== undefined) throw new TypeError(`a frame is ${shown(wrong)}; frames are whole numbers from 1`);
  if (frames.length === 0) throw new TypeError('no frame is named; frames are whole numbers from 1');
  return frames;
}

function checkedUid(name: string, value: unknown): void {
  if (typeof value === 'string' && UID.test(value)) return;
  throw new TypeError(
    `${name} is ${shown(value)}; it is a UID of up to 64 digits and dots. Other paths go by request('retrieve', 'GET', path)`,
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : String(value).slice(0, 80);
}
