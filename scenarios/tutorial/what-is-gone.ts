import { bulkDataReferences } from '../../lib/answers/links.ts';
import { hasSameContent } from '../../lib/answers/same-content.ts';
import { isServed } from '../../lib/answers/served.ts';
import { sightOf } from '../../lib/answers/sight.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { QueryParameters, ResourcePath, SearchResource } from '../../lib/dicomweb/operations.ts';
import { answeredUrl, type Exchange } from '../../lib/http/exchange.ts';
import type { LookedForValue } from '../../lib/judges/delete/delete.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { askUntil } from '../steps/ask-until.ts';
import { answerTo } from '../steps/stored.ts';
import { RETRIEVE_FRAMES } from './frames.ts';
import { INSTANCE_METADATA } from './metadata.ts';

/** Answers in which a resource was looked for after it was deleted. */
export interface WhatIsGone {
  readonly retrieved: readonly Exchange[];
  readonly searched: readonly Exchange[];
  /** Answers for frames, bulk data and pictures of it, each with the one from before. */
  readonly values: readonly LookedForValue[];
}

/**
 * Looks for what was deleted around itself: below its own path, in lists of another level and by the values of its
 * metadata. A server may have an index or a cache for each of them. `member` is an instance that went with it. What it
 * was in is looked at by `lookAtWhatStays`.
 */
export async function lookAroundDeleted(
  context: ScenarioContext,
  deleted: ResourcePath,
  member: StoredInstance,
  deadline: number,
): Promise<WhatIsGone> {
  const { dicomweb, target } = context;
  const { study } = deleted;
  const until = (ask: () => Promise<Exchange>): Promise<Exchange> =>
    askUntil(context, deadline, ask, (one) => sightOf(one, deleted) !== 'shown');
  const search = (resource: SearchResource, query: QueryParameters = []) =>
    until(() => dicomweb.search(resource, query));
  const byUid = [['SOPInstanceUID', member.instance]] as const;
  const isRelational = target.profile.features.relationalSearch !== 'no';
  const gone = async ({ before, ask }: Kept): Promise<LookedForValue> => ({
    before,
    after: await askUntil(context, deadline, ask, ({ response }) => !isSame(before, response)),
  });
  if ('instance' in deleted) {
    const kept = [...framesOf(context, member), ...bulkDataOf(context, member), ...pictureOf(context, member)];
    const values: LookedForValue[] = [];
    for (const one of kept) values.push(await gone(one));
    return {
      retrieved: [],
      searched: isRelational ? [await search({ level: 'instances' }, byUid)] : [],
      values,
    };
  }
  const retrieved = [await until(() => dicomweb.retrieveMetadata(member))];
  if ('series' in deleted) {
    const searched = isRelational
      ? [
          await search({ level: 'series' }, [['SeriesInstanceUID', deleted.series]]),
          await search({ level: 'instances', study }, byUid),
          await search({ level: 'instances' }, byUid),
        ]
      : [];
    return { retrieved, searched, values: [] };
  }
  const searched = [
    await search({ level: 'series', study }),
    ...(isRelational ? [await search({ level: 'instances' }, byUid)] : []),
  ];
  return { retrieved, searched, values: [] };
}

/** An answer with a value of what was deleted, and the same request once more. */
interface Kept {
  readonly before: Exchange;
  readonly ask: () => Promise<Exchange>;
}

function isSame({ response: before }: Exchange, after: Exchange['response']): boolean {
  return before !== null && after?.status === 200 && hasSameContent(before, after);
}

/** Frames are often kept apart from the rest: the first one is asked for where there was one before. */
function framesOf(context: ScenarioContext, instance: StoredInstance): readonly Kept[] {
  const before = answerTo(context, RETRIEVE_FRAMES.id);
  if (before?.response?.status !== 200 || !isServed(before)) return [];
  return [{ before, ask: () => context.dicomweb.retrieveFrames(instance, [1]) }];
}

/**
 * So are values that metadata refers to: the first one that was followed there, unless another server has it. Whatever
 * else was asked beside it, such as the study as a whole, is no value of the instance.
 */
function bulkDataOf({ recall, dicomweb, target }: ScenarioContext, instance: StoredInstance): readonly Kept[] {
  const own = new URL(target.roots.retrieve).origin;
  const asked = recall(INSTANCE_METADATA.id);
  const referredTo = new Set(
    asked.flatMap((metadata) =>
      bulkDataReferences(metadata, [instance]).flatMap(({ uri }) =>
        URL.canParse(uri, answeredUrl(metadata)) ? new URL(uri, answeredUrl(metadata)).href : [],
      ),
    ),
  );
  const before = asked.find(
    (one) => referredTo.has(new URL(one.request.url).href) && one.response?.status === 200 && isServed(one),
  );
  if (!before || new URL(before.request.url).origin !== own) return [];
  const { url, headers } = before.request;
  const accept = headers.find(([name]) => name === 'Accept')?.[1] ?? null;
  return [{ before, ask: () => dicomweb.retrieveUrl(url, url, { accept }) }];
}

/** Pictures are often kept by a cache of their own: the first one is asked for where the duty of rendering was played. */
function pictureOf({ recall, dicomweb }: ScenarioContext, instance: StoredInstance): readonly Kept[] {
  const before = recall('rendered').find((one) => one.response?.status === 200 && isServed(one));
  return before ? [{ before, ask: () => dicomweb.retrieveRendered(instance) }] : [];
}
