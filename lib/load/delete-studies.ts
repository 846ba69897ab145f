import { setTimeout as sleep } from 'node:timers/promises';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import { sightOf } from '../judges/sight.ts';
import type { RemainsRecord } from '../results/results.ts';

const AT_ONCE = 4;
/** So many deletions without an answer, and the rest is not tried: each may take as long as a time-out. */
const MOST_UNANSWERED = 4;

/**
 * Deletes studies, some at a time, and asks afterwards whether they are gone, again after `visibilityMs` for those that
 * are still shown. Returns those of which the target does not say so, or says so and shows them.
 */
export async function deleteStudies(
  dicomweb: DicomWebClient,
  studies: readonly string[],
  visibilityMs: number,
): Promise<readonly RemainsRecord[]> {
  const left: RemainsRecord[] = [];
  const shown: string[] = [];
  let unanswered = 0;
  await inParallel(studies, async (study) => {
    if (unanswered >= MOST_UNANSWERED) {
      left.push({ studyInstanceUid: study, why: 'its deletion was not tried: others got no answer' });
      return;
    }
    const { response } = await dicomweb.delete({ study });
    unanswered = response ? 0 : unanswered + 1;
    const status = response?.status ?? 0;
    // A study of which every store was refused is not there, and that is as good.
    if ((status < 200 || status > 299) && status !== 404 && status !== 410) {
      left.push({ studyInstanceUid: study, why: 'its deletion was not answered with success' });
    } else if (await isShown(dicomweb, study)) shown.push(study);
  });
  if (shown.length > 0) await sleep(visibilityMs);
  await inParallel(shown, async (study) => {
    if (!(await isShown(dicomweb, study))) return;
    left.push({ studyInstanceUid: study, why: 'its deletion was answered as if it were gone, and it is still there' });
  });
  return left;
}

async function isShown(dicomweb: DicomWebClient, study: string): Promise<boolean> {
  const found = await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study]]);
  if (sightOf(found, { study }) === 'shown') return true;
  return sightOf(await dicomweb.retrieveMetadata({ study }), { study }) === 'shown';
}

async function inParallel(items: readonly string[], work: (item: string) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
