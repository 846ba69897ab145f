import assert from 'node:assert/strict';
import { copyInstance } from '../../fixtures/copy-instance.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { readAll } from '../../lib/bytes/byte-source.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { Archive } from '../../lib/reference-server/archive.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { PATIENCE_MS, USUAL_PATIENCE_MS, WAYS } from './ways-to-hide.ts';

/** What a run stores, and others too: small pictures, which nothing here depends on. */
export const TUTORIAL = tutorialDataset({ rows: 5, columns: 7 });

/** Where what somebody else stored lies. */
export type Place = 'same series' | 'another series' | 'another study' | 'an instance of the tutorial';

export interface ForeignServer {
  readonly baseUrl: string;
  /** DELETE requests and stores that arrived, as `DELETE /studies/1`. */
  readonly changes: readonly string[];
  /** Somebody stores into the study of the tutorial, or into the one that the run stores into. */
  intrude(place: Place): void;
  /** From now on the server hides what it holds. */
  beginHiding(): void;
  /** Longest wait for an answer, in milliseconds: short where none will come. */
  readonly patienceMs: number;
  /** Throws unless everything of others is byte for byte what it was. */
  assertUntouched(): void;
  /** SOP Instance UIDs that are on the server, others' left out. */
  left(): readonly string[];
  close(): Promise<void>;
}

/** A server that holds, or comes to hold, instances of others, and hides them in a way. */
export async function startForeignServer(way: keyof typeof WAYS): Promise<ForeignServer> {
  const { hide, operations = ['search', 'metadata'] } = WAYS[way]?.() ?? assert.fail(way);
  const foreign = new Map<string, Buffer>();
  const changes: string[] = [];
  let archive: Archive | null = null;
  let isHiding = false;
  let studyOfRun: string | null = null;
  const server = await startServer({
    behaviours: [
      {
        async handle(request, kept, next) {
          archive = kept;
          if (request.method !== 'GET') changes.push(`${request.method} ${request.path}`);
          const answer = await next(request, kept);
          if (request.method === 'POST')
            studyOfRun ??= kept.select().find(({ instance }) => !foreign.has(instance))?.study ?? null;
          const isHidden = isHiding && request.method === 'GET' && operations.includes(request.route.operation);
          return isHidden ? hide(answer, new Set(foreign.keys())) : answer;
        },
      },
    ],
  });
  // The archive is known once a request has reached it.
  await fetch(`${server.baseUrl}/studies`);
  const held = (): Archive => archive ?? assert.fail('no request reached the archive');
  return {
    baseUrl: server.baseUrl,
    changes,
    intrude(place) {
      const added = somebodys(place, studyOfRun, held());
      const bytes = Buffer.from(readAll(added.source));
      const { study, series, instance, sopClass, transferSyntax } = added;
      held().add({ study, series, instance, sopClass, transferSyntax, bytes });
      foreign.set(instance, Buffer.from(bytes));
    },
    beginHiding() {
      isHiding = true;
    },
    get patienceMs() {
      return isHiding && way === 'gives no answer in time' ? PATIENCE_MS : USUAL_PATIENCE_MS;
    },
    assertUntouched() {
      assert.ok(foreign.size > 0, 'nobody else stored anything');
      for (const [instance, bytes] of foreign) {
        const there = held().find(instance);
        assert.ok(there, `${instance} is gone\n${changes.join('\n')}`);
        assert.ok(bytes.equals(there.bytes), `${instance} was changed\n${changes.join('\n')}`);
      }
    },
    left: () =>
      held()
        .select()
        .map(({ instance }) => instance)
        .filter((instance) => !foreign.has(instance)),
    close: () => server.close(),
  };
}

function somebodys(place: Place, studyOfRun: string | null, archive: Archive): StoredInstance {
  const { target } = TUTORIAL.roles;
  if (place === 'an instance of the tutorial') return target;
  if (place === 'another study') return copyInstance(target);
  const study = studyOfRun ?? target.study;
  // The series that was stored into last is the one that a run deletes.
  const inRun = archive.select({ study }).at(-1);
  return copyInstance(target, place === 'same series' ? { study, series: inRun?.series ?? target.series } : { study });
}
