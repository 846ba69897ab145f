import http from 'node:http';
import { BOUNDS } from '../bounds.ts';
import type { ConnectionSettings } from '../connection/settings.ts';
import { SOCKET_REUSED } from './agents.ts';
import { readBeforeFailing } from './early-refusal.ts';
import type { InterimResponse, TransportFailure } from './exchange.ts';
import { failureOf } from './failure.ts';
import { pairs, responseOf, surplusOf } from './response-record.ts';
import { sendBody } from './send-body.ts';
import { SLOWEST_BYTES_PER_MS, type WireOutcome, type WireRequest } from './wire-request.ts';

/** How long bytes after a response that has no body are waited for, in milliseconds. */
const LINGER_MS = 10;

/**
 * Sends one request and takes down what comes back. Resolves for everything that a peer can do; rejects only for what
 * is the harness's own, such as a full disk or a header that cannot be sent.
 */
export function exchangeOnWire(
  request: WireRequest,
  agent: http.Agent,
  settings: ConnectionSettings,
): Promise<WireOutcome> {
  return new Promise((resolve, reject) => {
    const { collector, mask } = request;
    const started = performance.now();
    const clock = (): number => performance.now() - started;
    const progress = { connected: false, bytesReceived: 0, peerEnded: false };
    const interim: InterimResponse[] = [];
    let sent: number | null = null;
    let firstByte: number | null = null;
    let incoming: http.IncomingMessage | null = null;
    let surplus: TransportFailure | null = null;
    let over = false;
    let release = (): void => {};

    const outgoing = http.request({
      path: request.path,
      method: request.method,
      headers: request.headers.flat() as readonly string[],
      agent,
      maxHeaderSize: BOUNDS.headerSection.limit,
      insecureHTTPParser: false,
    });
    outgoing.maxHeadersCount = 0;

    const cleanUp = (): void => {
      over = true;
      clearTimeout(stallTimer);
      clearTimeout(overallTimer);
      for (const signal of request.signals) signal.removeEventListener('abort', onAbort);
      release();
    };
    /** The harness itself cannot go on. */
    const crash = (error: unknown): void => {
      cleanUp();
      outgoing.destroy();
      reject(error);
    };
    const settle = (failure: TransportFailure | null, reusable: boolean): void => {
      if (over) return;
      const end = clock();
      cleanUp();
      if (!reusable) outgoing.destroy();
      try {
        collector.push(mask.flush());
        const body = collector.finish();
        resolve({
          response: incoming && responseOf(incoming, body, interim),
          failure,
          sent,
          firstByte,
          end,
          stale: outgoing.reusedSocket && progress.bytesReceived === 0 && /reset|truncated/.test(failure?.code ?? ''),
        });
      } catch (error) {
        reject(error);
      }
    };
    const fail = (failure: TransportFailure): void => {
      // What the parser has handed over and nobody has read yet did come before the failure.
      if (!over) while (incoming?.read());
      settle(failure, false);
    };
    const phase = (): string => {
      if (!progress.connected) return 'while connecting';
      if (sent === null) return 'while sending the request';
      return incoming ? `within the body, after ${collector.length} bytes` : 'of the response';
    };
    const stallTimer = setTimeout(() => {
      fail({ code: 'timed-out', message: `no byte for ${request.timeoutMs} ms ${phase()}` });
    }, request.timeoutMs);
    let movedBefore = 0;
    /** A large body may take its time; one that drips would hold up the run for ever. */
    const overallTimer = setTimeout(() => {
      const moved = progress.bytesReceived + (outgoing.socket?.bytesWritten ?? 0);
      if (moved - movedBefore >= SLOWEST_BYTES_PER_MS * request.overallTimeoutMs) {
        movedBefore = moved;
        overallTimer.refresh();
        return;
      }
      fail({ code: 'timed-out', message: `not complete after ${Math.round(clock())} ms; stopped ${phase()}` });
    }, request.overallTimeoutMs);
    const onAbort = (): void => fail({ code: 'aborted', message: 'the run was ended' });
    for (const signal of request.signals) {
      if (signal.aborted) queueMicrotask(onAbort);
      else signal.addEventListener('abort', onAbort, { once: true });
    }

    outgoing.on('socket', (socket) => {
      progress.connected = true;
      stallTimer.refresh();
      const onEnd = (): void => {
        progress.peerEnded = socket.errored === null;
      };
      const onData = (chunk: Buffer): void => {
        firstByte ??= clock();
        if (incoming?.complete) surplus ??= surplusOf(chunk);
        progress.bytesReceived += chunk.length;
        stallTimer.refresh();
      };
      if (request.body) readBeforeFailing(socket);
      socket
        // Before Node's own listeners, which turn what they see into errors.
        .prependOnceListener('end', onEnd)
        .prependListener('data', onData);
      release = () => {
        socket.off('end', onEnd).off('data', onData);
        socket.off(SOCKET_REUSED, release);
      };
      // From then on what comes on the socket belongs to another exchange.
      socket.once(SOCKET_REUSED, release);
    });
    outgoing.on('finish', () => {
      sent = clock();
      stallTimer.refresh();
    });
    outgoing.on('information', (response) => {
      // They count as bytes that move, so that no time-out would ever end a flood of them.
      if (interim.length === BOUNDS.interimResponses.limit) {
        fail({ code: 'too-large', message: `more than ${interim.length} interim responses (1xx) before the answer` });
        return;
      }
      interim.push({
        status: response.statusCode,
        reason: response.statusMessage,
        headers: pairs(response.rawHeaders),
      });
    });
    outgoing.on('error', (error) => {
      const failure = failureOf(error, progress, settings);
      if (!incoming?.complete) fail(failure);
      else if (failure.code === 'malformed') surplus ??= surplusOf(unparsed(error));
    });
    outgoing.on('close', () => {
      if (!incoming) fail(failureOf(new Error('closed'), progress, settings));
    });
    outgoing.on('upgrade', (response, socket) => {
      incoming = response;
      socket.destroy();
      fail({ code: 'malformed', message: 'the server switched protocols, which was not asked for' });
    });
    outgoing.on('response', (response) => {
      incoming = response;
      response.on('data', (chunk: Buffer) => {
        if (over) return;
        try {
          const refusal = collector.refusal(chunk.length);
          if (refusal !== null) {
            collector.cut(refusal);
            fail({ code: 'too-large', message: refusal });
            return;
          }
          collector.push(mask.push(chunk));
        } catch (error) {
          crash(error);
        }
      });
      response.on('error', (error) => fail(failureOf(error, progress, settings)));
      response.on('end', () => {
        const complete = (): void => settle(surplus, surplus === null && sent !== null);
        const bodiless = request.method === 'HEAD' || response.statusCode === 204 || response.statusCode === 304;
        // The immediate comes after the loop has read what arrived while this process was busy.
        if (bodiless) setTimeout(() => setImmediate(complete), LINGER_MS);
        else setImmediate(complete);
      });
    });
    // A refusal that comes before the body is sent ends the sending: what follows would be thrown away.
    const enough = (): boolean => over || (incoming?.statusCode ?? 0) >= 400;
    sendBody(outgoing, request.body, enough, () => stallTimer.refresh()).catch(crash);
  });
}

/** What the parser had not yet taken of a packet when it failed. */
function unparsed(error: Error): Buffer | null {
  const { rawPacket, bytesParsed } = error as Error & { readonly rawPacket?: Buffer; readonly bytesParsed?: number };
  return rawPacket?.subarray(bytesParsed ?? 0) ?? null;
}
