import assert from 'node:assert/strict';
import { memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { openInstance, type StoredInstance } from '../../lib/dicom/instance.ts';
import { restampUids } from '../../lib/dicom/restamp.ts';
import { Archive } from '../../lib/reference-server/archive.ts';
import type { Handler } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { type Answer, type Request, textAnswer } from '../../lib/reference-server/message.ts';

/** A server on which others store under UIDs that a run uses as well, and what has to hold of it. */
export interface OthersServer {
  readonly baseUrl: string;
  readonly archive: Archive;
  /** DELETE requests and stores that arrived, as `DELETE /studies/1`. */
  readonly changes: readonly string[];
  /** Somebody stores an instance, in place of what bears its UIDs. */
  put(instance: StoredInstance): void;
  /** Throws unless everything of others is byte for byte what it was, and there is some. */
  assertUntouched(): void;
  /** SOP Instance UIDs that are on the server, others' left out. */
  left(): readonly string[];
  /** Breaks the connection off in place of the next answer. */
  breakOff(): void;
  close(): Promise<void>;
}

/** What the server does with a request; `others` stores what somebody else stores. */
export type Conduct = (request: Request, next: () => Promise<Answer>, server: OthersServer) => Promise<Answer>;

export async function startOthersServer(conduct: Conduct = (_, next) => next()): Promise<OthersServer> {
  const archive = new Archive();
  const others = new Map<string, Buffer>();
  const changes: string[] = [];
  let breaksOff = false;
  const handle = async (request: Request, kept: Archive, next: Handler): Promise<Answer> => {
    if (request.method !== 'GET') {
      const query = request.rawQuery === '' ? '' : `?${request.rawQuery}`;
      changes.push(`${request.method} ${request.path}${query}`);
    }
    return conduct(request, () => next(request, kept), server);
  };
  const running = await startServer({
    archive,
    behaviours: [
      {
        handle,
        async send(reply, response, _, next) {
          if (!breaksOff) return next(reply, response);
          breaksOff = false;
          response.destroy();
        },
      },
    ],
  });
  const server: OthersServer = {
    baseUrl: running.baseUrl,
    archive,
    changes,
    put({ study, series, instance, sopClass, transferSyntax, source }) {
      const there = archive.find(instance);
      if (there) archive.remove({ study: there.study, series: there.series, instance });
      const bytes = Buffer.from(readAll(source));
      archive.add({ study, series, instance, sopClass, transferSyntax, bytes });
      others.set(instance, Buffer.from(bytes));
    },
    assertUntouched() {
      assert.ok(others.size > 0, 'nobody else stored anything');
      for (const [instance, bytes] of others) {
        const there = archive.find(instance);
        assert.ok(there, `${instance} is gone\n${changes.join('\n')}`);
        assert.ok(bytes.equals(there.bytes), `${instance} was changed`);
      }
    },
    left: () =>
      archive
        .select()
        .map(({ instance }) => instance)
        .filter((instance) => !others.has(instance)),
    breakOff() {
      breaksOff = true;
    },
    close: () => running.close(),
  };
  return server;
}

/** Somebody else's under the same UIDs: another patient, or the same with one other pixel. */
export function theirs(
  { source, study, series, instance }: StoredInstance,
  differs: 'patient' | 'pixel' = 'patient',
  under: { readonly study?: string; readonly series?: string; readonly instance?: string } = {},
): StoredInstance {
  const bytes = Buffer.from(readAll(source));
  if (differs === 'pixel') bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 0xff;
  else {
    const at = bytes.indexOf('ID1');
    assert.ok(at > 0, 'the patient is not found');
    bytes.write('XY7', at, 'latin1');
  }
  const uids = new Map([
    [study, under.study ?? study],
    [series, under.series ?? series],
    [instance, under.instance ?? instance],
  ]);
  return openInstance(restampUids(memorySource(bytes), uids), "somebody else's");
}

export function answerOf(status: number, ...headers: readonly (readonly [string, string])[]): Answer {
  return textAnswer(status, '', headers);
}
