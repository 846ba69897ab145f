import type { ClientHttp2Session, ClientHttp2Stream, OutgoingHttpHeaders } from 'node:http2';
import { BOUNDS } from '../bounds.ts';
import { hintFor } from '../connection/hints.ts';
import type { ConnectionSettings } from '../connection/settings.ts';
import type { ExchangeResponse, Header, InterimResponse, TransportFailure } from './exchange.ts';
import { failureOf } from './failure.ts';
import { pairs } from './response-record.ts';
import { sendBody } from './send-body.ts';
import { SLOWEST_BYTES_PER_MS, type WireOutcome, type WireRequest } from './wire-request.ts';

/** Fields of one HTTP/1.1 connection, which HTTP/2 does not have (RFC 9113 §8.2.2); `:authority` stands for Host. */
const OF_A_CONNECTION = new Set([
  'connection',
  'host',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Sends one request on a session of HTTP/2 and takes down what comes back, as `exchangeOnWire` does on HTTP/1.1. The
 * frames are Node's to read, so what breaks HTTP/2 is told in its words.
 */
export function exchangeOnHttp2(
  request: WireRequest,
  session: ClientHttp2Session,
  settings: ConnectionSettings,
  isPooled: boolean,
): Promise<WireOutcome> {
  return new Promise((resolve, reject) => {
    const { collector, mask } = request;
    const started = performance.now();
    const clock = (): number => performance.now() - started;
    const headers = fieldsOf(request.headers);
    const interim: InterimResponse[] = [];
    const trailers: Header[] = [];
    let head: Pick<ExchangeResponse, 'status' | 'headers'> | null = null;
    let sent: number | null = null;
    let firstByte: number | null = null;
    let moved = 0;
    let ended = false;
    let over = false;
    const stream: ClientHttp2Stream = session.request(outgoing(request, headers), {
      endStream: request.body === null,
    });

    const cleanUp = (): void => {
      over = true;
      clearTimeout(stallTimer);
      clearTimeout(overallTimer);
      for (const signal of request.signals) signal.removeEventListener('abort', onAbort);
      session.off('error', onError);
    };
    const settle = (failure: TransportFailure | null): void => {
      if (over) return;
      const end = clock();
      cleanUp();
      if (failure !== null || !stream.closed) stream.close(failure === null ? 0 : CANCEL);
      try {
        collector.push(mask.flush());
        const body = collector.finish();
        resolve({
          response: head && {
            httpVersion: '2',
            reason: '',
            ...head,
            body,
            ...(interim.length > 0 ? { interim } : {}),
            ...(trailers.length > 0 ? { trailers } : {}),
          },
          failure,
          headers,
          sent,
          firstByte,
          end,
          stale: isPooled && head === null && /reset|truncated/.test(failure?.code ?? ''),
        });
      } catch (error) {
        reject(error);
      }
    };
    const crash = (error: unknown): void => {
      cleanUp();
      stream.destroy();
      reject(error);
    };
    const onError = (error: Error): void => settle(http2Failure(error, collector.length, firstByte !== null, settings));
    const phase = (): string => {
      if (sent === null) return 'while sending the request';
      return head ? `within the body, after ${collector.length} bytes` : 'of the response';
    };
    const stallTimer = setTimeout(() => {
      settle({ code: 'timed-out', message: `no byte for ${request.timeoutMs} ms ${phase()}` });
    }, request.timeoutMs);
    const overallTimer = setTimeout(() => {
      if (moved >= SLOWEST_BYTES_PER_MS * request.overallTimeoutMs) {
        moved = 0;
        overallTimer.refresh();
        return;
      }
      settle({ code: 'timed-out', message: `not complete after ${Math.round(clock())} ms; stopped ${phase()}` });
    }, request.overallTimeoutMs);
    const onAbort = (): void => settle({ code: 'aborted', message: 'the run was ended' });
    for (const signal of request.signals) {
      if (signal.aborted) queueMicrotask(onAbort);
      else signal.addEventListener('abort', onAbort, { once: true });
    }
    const onHead = (received: Readonly<Record<string, unknown>>, raw: readonly string[] | undefined): Header[] => {
      firstByte ??= clock();
      stallTimer.refresh();
      return receivedFields(received, raw);
    };

    session.once('error', onError);
    stream.on('error', onError);
    // The list of all fields as they came is the third argument, which the types of Node 20 do not know.
    stream.on('headers', (received, _flags, raw?: readonly string[]) => {
      const fields = onHead(received, raw);
      const status = Number(received[':status']);
      // They count as bytes that move, so that no time-out would ever end a flood of them.
      if (interim.length === BOUNDS.interimResponses.limit) {
        settle({ code: 'too-large', message: `more than ${interim.length} interim responses (1xx) before the answer` });
        return;
      }
      interim.push({ status, reason: '', headers: fields });
    });
    stream.on('response', (received, _flags, raw?: readonly string[]) => {
      head = { headers: onHead(received, raw), status: Number(received[':status']) };
    });
    stream.on('trailers', (received, _flags, raw?: readonly string[]) => {
      trailers.push(...onHead(received, raw));
    });
    stream.on('data', (chunk: Buffer) => {
      if (over) return;
      stallTimer.refresh();
      moved += chunk.length;
      const refusal = collector.refusal(chunk.length);
      if (refusal !== null) {
        collector.cut(refusal);
        settle({ code: 'too-large', message: refusal });
        return;
      }
      try {
        collector.push(mask.push(chunk));
      } catch (error) {
        crash(error);
      }
    });
    stream.on('finish', () => {
      sent ??= clock();
      stallTimer.refresh();
    });
    stream.on('end', () => {
      ended = true;
      if (head !== null && stream.rstCode === 0) setImmediate(() => settle(null));
    });
    stream.on('close', () => {
      // Node calls a stream ended that was given up by RST_STREAM with CANCEL.
      if (ended && stream.rstCode === 0 && head !== null) settle(null);
      else onError(new Error(`the stream was closed with code ${stream.rstCode}`));
    });
    if (request.body === null) sent = clock();
    else {
      const enough = (): boolean => over || (head?.status ?? 0) >= 400;
      const onSent = (bytes: number): void => {
        moved += bytes;
        stallTimer.refresh();
      };
      sendBody(stream, request.body, enough, onSent).catch(crash);
    }
  });
}

const CANCEL = 8;

/** Names in lower case (RFC 9113 §8.2.1), without those of a connection. */
function fieldsOf(headers: readonly Header[]): Header[] {
  return headers
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !OF_A_CONNECTION.has(name));
}

function outgoing({ method, url, path, headers: given }: WireRequest, fields: readonly Header[]): OutgoingHttpHeaders {
  const host = given.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? url.host;
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of fields) {
    const before = headers[name];
    headers[name] = before === undefined ? value : [before, value].flat();
  }
  const scheme = url.protocol.slice(0, -1);
  return { ':method': method, ':scheme': scheme, ':authority': host, ':path': path, ...headers };
}

/** Fields as they came; without the raw list, as Node puts them together. */
function receivedFields(received: Readonly<Record<string, unknown>>, raw: readonly string[] | undefined): Header[] {
  const all = Array.isArray(raw)
    ? pairs(raw)
    : Object.entries(received).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)] as const));
  return all.filter(([name]) => !name.startsWith(':'));
}

/** Names an error of Node's HTTP/2. */
function http2Failure(
  error: Error & { readonly code?: string },
  bodyBytes: number,
  isAnswered: boolean,
  settings: ConnectionSettings,
): TransportFailure {
  const { code = '', message } = error;
  if (/PROTOCOL_ERROR|FRAME_SIZE_ERROR|COMPRESSION_ERROR|Protocol error|bad |Bad /.test(message)) {
    const isOther = !isAnswered && settings.version === '2';
    const hint = isOther ? { hint: hintFor('http1-only', settings) } : {};
    return { code: 'malformed', message: `not HTTP/2 as it should be: ${message}`, ...hint };
  }
  if (/Too many CONTINUATION frames/.test(message)) {
    const fields = 'header fields in more frames than this client reads; over HTTP/1.1 they may be longer';
    return { code: 'too-large', message: `${fields}: ${message}` };
  }
  if (/ENHANCE_YOUR_CALM/.test(message)) {
    const fields = `more than ${BOUNDS.headerFields.limit} header fields, or the server asked for fewer requests`;
    return { code: 'too-large', message: `${fields}: ${message}` };
  }
  const progress = { connected: true, bytesReceived: isAnswered ? Math.max(1, bodyBytes) : 0, peerEnded: code === '' };
  const failure = failureOf(error, progress, settings);
  return failure.code === 'reset' || failure.code === 'truncated'
    ? { ...failure, message: `${failure.message}: ${message}` }
    : failure;
}
