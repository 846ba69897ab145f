import { setTimeout as sleep } from 'node:timers/promises';
import { sightOf } from '../../answers/sight.ts';
import type { Ledger } from '../../deletion/ledger.ts';
import { listBy } from '../../deletion/lists.ts';
import type { DicomWebClient } from '../../dicomweb/operations.ts';
import type { RemainsRecord } from '../../results/results.ts';

/** Time for a server that takes a study out of its list later than its last instance, in milliseconds. */
const STILL_LISTED_MS = 1_500;

/** Studies of which every instance of ours is gone, and which a search lists all the same, with nothing in them. */
export async function emptiedStudies(dicomweb: DicomWebClient, ledger: Ledger): Promise<readonly RemainsRecord[]> {
  const entries = ledger.entries();
  const left = new Set(entries.flatMap(({ study, state }) => (['gone', 'refused'].includes(state) ? [] : [study])));
  const emptied = new Set(entries.flatMap(({ study, state }) => (state === 'gone' && !left.has(study) ? [study] : [])));
  const first = await stillListed(dicomweb, [...emptied]);
  if (first.length > 0) await sleep(STILL_LISTED_MS);
  return (await stillListed(dicomweb, first)).map((studyInstanceUid) => ({
    studyInstanceUid,
    why: 'its instances are gone, and a search still lists the study',
  }));
}

async function stillListed(dicomweb: DicomWebClient, studies: readonly string[]): Promise<readonly string[]> {
  const listed: string[] = [];
  for (const study of studies) {
    const found = await dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', study]]);
    // What somebody else stored into it is not ours to tell of.
    if (sightOf(found, { study }) === 'shown' && !(await holdsSomething(dicomweb, study))) listed.push(study);
  }
  return listed;
}

async function holdsSomething(dicomweb: DicomWebClient, study: string): Promise<boolean> {
  const { held } = await listBy(dicomweb, 'metadata', { study });
  return (held?.length ?? 0) > 0 || ((await listBy(dicomweb, 'search', { study })).held?.length ?? 0) > 0;
}
