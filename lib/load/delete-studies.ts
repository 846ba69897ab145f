import { setTimeout as sleep } from 'node:timers/promises';
import { sightOf } from '../answers/sight.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import type { RemainsRecord } from '../results/results.ts';

const AT_ONCE = 4;
/** So many requests without an answer, one after another, and the rest is not tried: each may take a whole time-out. */
const MOST_UNANSWERED = 4;

/**
 * Deletes studies, some at a time, and asks afterwards whether they are gone. Returns those of which the target does
 * not say so, or says so and shows them.
 */
export async function deleteStudies(
  dicomweb: DicomWebClient,
  studies: readonly string[],
  visibilityMs: number,
): Promise<readonly RemainsRecord[]> {
  const said: string[] = [];
  const left: RemainsRecord[] = [];
  const keeps = (why: string) => (studyInstanceUid: string) => left.push({ studyInstanceUid, why });
  const untried = await inParallel(studies, async (study) => {
    const { response } = await dicomweb.delete({ study });
    const status = response?.status ?? 0;
    // A study of which every store was refused is not there, and that is as good.
    if ((status >= 200 && status <= 299) || status === 404 || status === 410) said.push(study);
    else keeps('its deletion was not answered with success')(study);
    return response !== null;
  });
  untried.forEach(keeps('its deletion was not tried: others got no answer'));
  return [...left, ...(await stillShown(dicomweb, said, visibilityMs))];
}

/** Those of the studies that the target shows after they were deleted, again after `visibilityMs`. */
export async function stillShown(
  dicomweb: DicomWebClient,
  studies: readonly string[],
  visibilityMs: number,
): Promise<readonly RemainsRecord[]> {
  const first = await shownOf(dicomweb, studies);
  if (first.length > 0) await sleep(visibilityMs);
  const second = await shownOf(dicomweb, first);
  return second.map((studyInstanceUid) => ({ studyInstanceUid, why: 'it is still there after its deletion' }));
}

/** Those that search or metadata show. */
async function shownOf(dicomweb: DicomWebClient, studies: readonly string[]): Promise<readonly string[]> {
  const shown: string[] = [];
  await inParallel(studies, async (study) => {
    const found = await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study]]);
    const isFound = sightOf(found, { study }) === 'shown';
    const isShown = isFound || sightOf(await dicomweb.retrieveMetadata({ study }), { study }) === 'shown';
    if (isShown) shown.push(study);
    return isShown || found.response !== null;
  });
  return shown;
}

/** Works on some items at a time. Returns those left over when too many in a row got no answer, which `work` tells. */
async function inParallel(
  items: readonly string[],
  work: (item: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const queue = [...items];
  let unanswered = 0;
  const worker = async (): Promise<void> => {
    while (unanswered < MOST_UNANSWERED) {
      const item = queue.pop();
      if (item === undefined) return;
      unanswered = (await work(item)) ? 0 : unanswered + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return queue;
}
