import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import { TUTORIAL } from '../../scenarios/tutorial/index.ts';
import { runCourse } from './course.ts';
import { type ForeignServer, type Place, SMALL, startForeignServer } from './foreign-server.ts';
import { WAYS } from './ways-to-hide.ts';

/** What stores and what deletes: everything in between changes nothing on a server. */
const WRITING = TUTORIAL.filter(({ id }) => ['T01', 'T02', 'T03', 'T18', 'T19', 'T20'].includes(id));

/** Somebody else stores, and the server hides it, before the same step of the run. */
interface Case {
  readonly uids: 'fresh' | 'original';
  readonly place: Place;
  readonly at: 'room' | 'T02' | 'T18' | 'T19' | 'T20' | 'clean-up';
}

const CASES: readonly Case[] = [
  { uids: 'original', place: 'same series', at: 'room' },
  { uids: 'original', place: 'an instance of the tutorial', at: 'room' },
  { uids: 'original', place: 'another series', at: 'T02' },
  { uids: 'original', place: 'same series', at: 'T20' },
  { uids: 'fresh', place: 'an instance of the tutorial', at: 'room' },
  { uids: 'fresh', place: 'another study', at: 'room' },
  { uids: 'fresh', place: 'another series', at: 'T02' },
  { uids: 'fresh', place: 'same series', at: 'T18' },
  { uids: 'fresh', place: 'same series', at: 'T19' },
  { uids: 'fresh', place: 'another series', at: 'T20' },
  { uids: 'fresh', place: 'same series', at: 'clean-up' },
];

async function withServer(way: keyof typeof WAYS, use: (server: ForeignServer) => Promise<void>): Promise<void> {
  const server = await startForeignServer(way);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

for (const way of Object.keys(WAYS)) {
  describe(`what others stored stays byte for byte on a server that ${way}`, { concurrency: 2 }, () => {
    for (const { uids, place, at } of CASES) {
      test(`${uids} UIDs, ${place}, before ${at}`, async () => {
        await withServer(way, async (server) => {
          const before = (step: string): void => {
            if (step !== at) return;
            server.intrude(place);
            server.beginHiding();
          };
          const { stopped } = await runCourse({ baseUrl: server.baseUrl, uids, scenarios: WRITING, before });
          server.assertUntouched();
          if (stopped) assert.ok(stopped instanceof CommandError, stopped.stack);
          // Where it was there from the start, nothing of the data set may be stored beside it.
          if (uids === 'original' && at === 'room') {
            assert.ok(stopped, 'the run did not stop');
            const own = tutorialDataset(SMALL).instances.map(({ instance }) => instance);
            assert.deepEqual(
              server.left().filter((uid) => own.includes(uid)),
              [],
            );
          }
        });
      });
    }
  });
}
