import type { TagLookup } from '../metrics/registry.ts';
import type { ExchangeOutcome } from './exchange.ts';
import { statusErrorCode } from './failure.ts';
import type { ExpectedStatus, Hop, Job } from './job.ts';
import type { Requester } from './requester.ts';

/** k6's default: everything that is not an error. */
export const expectSuccess: ExpectedStatus = (status) => status >= 200 && status < 400;

/** Adds the samples of one request, one hop of a redirect each. */
export function addSamples(user: Requester, outcome: ExchangeOutcome, hop: Hop, job: Job): void {
  const status = outcome.head?.status ?? 0;
  const isExpected = job.expected?.(status);
  const tag = tagLookup(user, outcome, hop, job, status, isExpected);
  const { http } = user.thread;
  const { timings } = outcome;
  http.requests.add(1, tag);
  http.duration.add(timings.duration, tag);
  http.blocked.add(timings.blocked, tag);
  http.connecting.add(timings.connecting, tag);
  http.handshaking.add(timings.tls_handshaking, tag);
  http.sending.add(timings.sending, tag);
  http.waiting.add(timings.waiting, tag);
  http.receiving.add(timings.receiving, tag);
  if (isExpected !== undefined) http.failed.add(isExpected ? 0 : 1, tag);
  user.bytesSent += outcome.bytesSent;
  user.bytesReceived += outcome.bytesReceived;
}

function tagLookup(
  user: Requester,
  outcome: ExchangeOutcome,
  hop: Hop,
  job: Job,
  status: number,
  isExpected: boolean | undefined,
): TagLookup {
  return (name) => {
    switch (name) {
      case 'method':
        return hop.method;
      case 'url':
      case 'name':
        return job.name ?? hop.url.href;
      case 'status':
        return String(status);
      case 'proto':
        return outcome.head?.proto;
      case 'expected_response':
        return isExpected === undefined ? undefined : String(isExpected);
      case 'error':
        return outcome.failure?.message;
      case 'error_code': {
        const code = outcome.failure?.code ?? statusErrorCode(status);
        return code === 0 ? undefined : String(code);
      }
      case 'tls_version':
        return outcome.connection?.tlsVersion || undefined;
      default:
        return job.tags[name] ?? user.tag(name);
    }
  };
}
