/**
 * Deletes the studies that an earlier run stored. LEDGER names a file with one Study Instance UID a line.
 *
 *   k6 run -e TARGET=http://127.0.0.1:8080 -e LEDGER=/path/stored-studies.txt load/delete.ts
 */
import exec from 'k6/execution';
import type { Options } from 'k6/options';
import { failure, measure, statusFailure } from './shared/answer.ts';
import { operation } from './shared/operations.ts';
import { settings } from './shared/settings.ts';
import { thresholds, virtualUsers } from './shared/shapes.ts';

const deleted = operation('delete_study');

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
const wrong = studies.find((line) => !/^[0-9.]{1,64}$/.test(line));
if (wrong !== undefined) throw new Error(`LEDGER: "${wrong.slice(0, 80)}" is no UID`);

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
  const url = `${settings.roots.delete}/studies/${study}`;
  const spec = { method: 'DELETE', url, accept: '*/*', responseType: 'text' } as const;
  await measure(deleted, spec, (answer) => {
    if (answer.status === 404) return failure('status_4xx', `${study} is not there`);
    return statusFailure(answer, DELETED) || { instances: 0, bytes: 0 };
  });
}
