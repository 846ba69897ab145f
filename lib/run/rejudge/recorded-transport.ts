import { createHash } from 'node:crypto';
import { type ByteSource, chunks } from '../../bytes/byte-source.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { Transport, TransportRequest } from '../../http/plain-transport.ts';
import type { ExchangeRecord } from '../../results/results.ts';
import { restored } from '../evidence.ts';
import { NotRecorded } from './not-recorded.ts';
import type { RecordedClock } from './recorded-clock.ts';

/** What a request is sent for: two requests that agree in these are the same question. */
const TELLING = ['accept', 'content-type', 'range', 'if-none-match', 'if-match', 'content-encoding', 'accept-charset'];
const SAFE = ['GET', 'HEAD'];

/**
 * Answers each request from the evidence of a run and opens no connection. Within one scenario equal requests are answered
 * in the order in which they were answered then. What was asked last is answered the same again where nothing was changed
 * since: waiting may take one more look than the run took.
 *
 * `send` rejects with NotRecorded where the run did not ask this, or its evidence was not kept.
 */
export function recordedTransport(
  records: readonly ExchangeRecord[],
  runFolder: string,
  clock: RecordedClock,
): Transport {
  const left = new Map<string, ExchangeRecord[]>();
  for (const record of records) {
    const scenario = scenarioOf(record.id);
    left.set(scenario, [...(left.get(scenario) ?? []), record]);
  }
  const last = new Map<string, ExchangeRecord>();

  const answerTo = (request: TransportRequest): ExchangeRecord => {
    const scenario = scenarioOf(request.id);
    const waiting = left.get(scenario) ?? [];
    const found = waiting.find((record) => isSame(record, request));
    if (found) {
      left.set(
        scenario,
        waiting.filter((record) => record !== found),
      );
      last.set(scenario, found);
      return found;
    }
    const before = last.get(scenario);
    if (before && SAFE.includes(request.method) && isSame(before, request)) return before;
    throw new NotRecorded(`the run did not record ${request.method} ${request.url}`);
  };

  return {
    async send(request): Promise<Exchange> {
      const record = answerTo(request);
      refuseDropped(record);
      clock.moveTo(Date.parse(record.timings.startedAt) + record.timings.end);
      // What is sent is what was sent then, so it need not be among the evidence.
      const exchange = restored({ ...record, request: { ...record.request, body: null } }, runFolder);
      return { ...exchange, request: { ...exchange.request, body: request.body } };
    },
    close() {},
  };
}

function scenarioOf(id: string): string {
  return id.replace(/\.\d+$/, '');
}

function refuseDropped({ id, response }: ExchangeRecord): void {
  const body = response?.body;
  if (body && body.length > 0 && body.file === null) throw new NotRecorded(`a body of exchange ${id} was not kept`);
}

function isSame({ request: then }: ExchangeRecord, now: TransportRequest): boolean {
  return (
    then.method === now.method &&
    then.url === now.url &&
    TELLING.every((name) => headerValue(then.headers, name) === headerValue(now.headers, name)) &&
    (then.body?.sha256 ?? null) === sha256Of(now.body)
  );
}

function sha256Of(body: ByteSource | null): string | null {
  if (!body || body.length === 0) return null;
  const hash = createHash('sha256');
  for (const chunk of chunks(body)) hash.update(chunk);
  return hash.digest('hex');
}
