/**
 * Measures the most that the generator can do, against a target that does nothing. CEILING chooses the requests: those
 * with `small` answers, those that `send` instances, or those that `receive` instances.
 */
import type { Options } from 'k6/options';
import { bytesOf, failure, json, measure } from './shared/answer.ts';
import { partsOf } from './shared/multipart.ts';
import { operation } from './shared/operations.ts';
import { pool } from './shared/pool.ts';
import { beginRun, type RunData, writer } from './shared/run.ts';
import { settings } from './shared/settings.ts';
import { durationSeconds, virtualUsers } from './shared/shapes.ts';

const tried = operation('ceiling');
const what = __ENV.CEILING;
const size = pool.templates.reduce((most, { bytes }) => Math.max(most, bytes.length), 0);

export const options: Options = {
  scenarios: {
    // The largest instances take longer than the run. Let them end, or nothing would be measured.
    ceiling: { executor: 'constant-vus', vus: virtualUsers, duration: `${durationSeconds}s`, gracefulStop: '120s' },
  },
};

export const setup = beginRun;

export default async function (run: RunData): Promise<void> {
  if (what === 'send') await writer(run).sendNext(tried);
  else if (what === 'receive') await receive();
  else await small();
}

async function small(): Promise<void> {
  const url = `${settings.roots.search}/studies`;
  await measure(tried, { method: 'GET', url, accept: 'application/dicom+json', responseType: 'text' }, (answer) => {
    const read = json(answer);
    return 'kind' in read ? read : { instances: 0, bytes: 0 };
  });
}

async function receive(): Promise<void> {
  const url = `${settings.roots.retrieve}/multipart/${size}`;
  await measure(tried, { method: 'GET', url, accept: '*/*', responseType: 'binary' }, (answer) => {
    const parts = partsOf(bytesOf(answer), 'null-sink');
    const part = parts ? parts[0] : undefined;
    return part ? { instances: 1, bytes: part.length } : failure('malformed', 'the sink answered with something else');
  });
}
