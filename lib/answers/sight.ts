import { text } from '../dicom/values.ts';
import type { ResourcePath } from '../dicomweb/operations.ts';
import { resourcePath } from '../dicomweb/paths.ts';
import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import { dicomParts } from './dicom/parts.ts';
import { holdsDicomJson, jsonBodyOf } from './json/body.ts';
import { firstText } from './json/data-set.ts';
import { UID_TAGS } from './levels.ts';
import { multipartOf } from './multipart.ts';

/** Whether an answer shows a study, series or instance. `unclear`: it says neither that it is there nor that it is not. */
export type Sight = 'shown' | 'absent' | 'unclear';

/** UIDs of one thing that an answer holds; null where it does not say. */
export type HeldUids = Readonly<Record<'study' | 'series' | 'instance', string | null>>;

/**
 * What an answer to a retrieve, metadata or search request shows of a resource. Not found, gone, no content and lists
 * without it mean absent; refusals, errors, bodies that cannot be read and parts (206) without it leave it unclear.
 */
export function sightOf({ request, response, failure }: Exchange, path: ResourcePath): Sight {
  if (!response || failure) return 'unclear';
  if ([204, 404, 410].includes(response.status)) return 'absent';
  if (response.status !== 200 && response.status !== 206) return 'unclear';
  const held = heldIn(response);
  if (held === null) return 'unclear';
  const isBelow = isWithin(request.url, resourcePath(path));
  if (held.some((uids) => isOf(uids, path, isBelow))) return 'shown';
  return response.status === 206 ? 'unclear' : 'absent';
}

/** The answer speaks of the resource if its own UID is in it, or if it was asked for by its path and not told apart. */
function isOf(uids: HeldUids, path: ResourcePath, isBelow: boolean): boolean {
  const [level, uid] =
    'instance' in path
      ? (['instance', path.instance] as const)
      : 'series' in path
        ? (['series', path.series] as const)
        : (['study', path.study] as const);
  return uids[level] === null ? isBelow : uids[level] === uid;
}

function isWithin(url: string, path: string): boolean {
  const { pathname } = URL.canParse(url) ? new URL(url) : { pathname: '' };
  return `${pathname}/`.includes(`${path}/`);
}

/** SOP Instance UIDs in a 200 answer; null when it cannot be read, or holds something without one. */
export function instancesIn({ response, failure }: Exchange): readonly string[] | null {
  if (!response || failure || response.status !== 200) return null;
  const held = heldIn(response);
  return held?.every(({ instance }) => instance !== null) ? held.flatMap(({ instance }) => instance ?? []) : null;
}

/** The studies, series and instances in the body of a 200 answer; null when the body cannot be read. */
export function heldIn(response: ExchangeResponse): readonly HeldUids[] | null {
  if (holdsDicomJson(response)) {
    const { text: json, dataSets } = jsonBodyOf(response);
    if (!json.root) return null;
    // A data set without attributes is about nothing.
    const filled = dataSets.filter(({ attributes }) => attributes.length > 0);
    // One in which nothing has the name of an attribute may be about anything.
    if (filled.some(({ attributes }) => !attributes.some(({ tag }) => isTag(tag)))) return null;
    return filled.map((dataSet) => ({
      study: firstText(dataSet, UID_TAGS.study),
      series: firstText(dataSet, UID_TAGS.series),
      instance: firstText(dataSet, UID_TAGS.instance),
    }));
  }
  const held: HeldUids[] = [];
  for (const part of dicomParts(response)) {
    if ('error' in part) return null;
    const { dataSet } = part.file;
    held.push({
      study: text(dataSet, UID_TAGS.study),
      series: text(dataSet, UID_TAGS.series),
      instance: text(dataSet, UID_TAGS.instance),
    });
  }
  return held.length > 0 || hasNoParts(response) ? held : null;
}

/** Whether a multipart body has the closing delimiter alone, and so lists nothing. */
function hasNoParts(response: ExchangeResponse): boolean {
  const defects = multipartOf(response)?.defects.map(({ code }) => code) ?? [];
  return defects.includes('no-parts') && !defects.includes('content-before-first-delimiter');
}

function isTag(name: string): boolean {
  return /^[0-9A-Fa-f]{8}$/.test(name);
}
