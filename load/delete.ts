/**
 * Deletes the studies that a run stored: LEDGER names a file with one Study Instance UID a line. A study goes as a whole
 * only where it was seen to hold nothing but that run's instances; else they go one by one, and what else is there stays.
 *
 *   k6 run -e TARGET=http://127.0.0.1:8080 -e LEDGER=/path/stored-studies.txt load/delete.ts
 */
import exec from 'k6/execution';
import type { Options } from 'k6/options';
import { mayDeleteWhole } from '../lib/portable/deletion-decision.ts';
import { isOwnInstance, isOwnStudy, ownSeries, studyOfAnotherRun } from '../lib/portable/own-instances.ts';
import { failure, measure, skipped, statusFailure } from './shared/answer.ts';
import { failureSeen } from './shared/events.ts';
import { listStudy } from './shared/list-study.ts';
import { type Operation, operation } from './shared/operations.ts';
import { settings } from './shared/settings.ts';
import { thresholds, virtualUsers } from './shared/shapes.ts';

const deletedStudy = operation('delete_study');
const deletedInstance = operation('delete_instance');

/**
 * Statuses of a DELETE that succeeded (RFC 9110 section 9.3.5). The runner looks afterwards whether the study is gone.
 */
const DELETED = [200, 202, 204];

if (settings.ledger === '') throw new Error('LEDGER: name the file with the Study Instance UIDs to delete');
const studies = open(settings.ledger)
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '');
if (studies.length === 0) throw new Error(`LEDGER: ${settings.ledger} names no study`);
const wrong = studies.find((line) => !isOwnStudy(line));
if (wrong !== undefined) throw new Error(`LEDGER: "${wrong.slice(0, 80)}" is no study of a load run`);
const other = studyOfAnotherRun(studies);
if (other !== null) throw new Error(`LEDGER: "${other}" is a study of another run than the first one`);

export const options: Options = {
  scenarios: {
    delete: {
      executor: 'shared-iterations',
      vus: Math.min(virtualUsers, studies.length),
      iterations: studies.length,
      maxDuration: '24h',
    },
  },
  thresholds: thresholds({ operations_failed: ['rate<0.01'] }),
};

export default async function (): Promise<void> {
  const study = studies[exec.scenario.iterationInTest];
  if (study === undefined) return;
  const isOurs = (uid: string): boolean => isOwnInstance(study, uid);
  const { lists, failed, isWhereDeleted } = await listStudy(study);
  const held: string[] = [];
  for (const { instances } of lists) {
    for (const uid of instances || []) if (isOurs(uid) && held.indexOf(uid) < 0) held.push(uid);
  }
  if (held.length === 0) {
    // It is not there, or cannot be seen: either way nothing may be deleted under its UID.
    skipped(deletedStudy, failed || failure('status_4xx', `${study} is not there`));
    return;
  }
  const decision = mayDeleteWhole(lists, { isOurs, held });
  const path = `/studies/${study}`;
  if (decision.kind === 'whole' && isWhereDeleted) {
    await remove(deletedStudy, path);
    return;
  }
  const why = decision.kind === 'whole' ? 'the lists are not of where DELETE is sent' : decision.why;
  failureSeen(deletedStudy.name, 'unsafe', `${study} is deleted instance by instance: ${why}`);
  for (const uid of held) await remove(deletedInstance, `${path}/series/${ownSeries(study)}/instances/${uid}`);
}

/** Sent once, and never where a redirect leads: what lies there was not looked at. */
async function remove(of: Operation, path: string): Promise<void> {
  const spec = { method: 'DELETE', url: settings.roots.delete + path, accept: '*/*', responseType: 'text' } as const;
  await measure(of, spec, (answer) => {
    if (answer.status === 404) return failure('status_4xx', `${path} is not there`);
    return statusFailure(answer, DELETED) || { instances: 0, bytes: 0 };
  });
}
