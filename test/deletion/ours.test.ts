import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { copyInstance } from '../../fixtures/copy-instance.ts';
import { memorySource } from '../../lib/bytes/byte-source.ts';
import { openInstance, type StoredInstance } from '../../lib/dicom/instance.ts';
import { CommandError, EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import type { Answer, Request } from '../../lib/reference-server/message.ts';
import { cleanUpRun } from '../../lib/run/clean-up/clean-up-run.ts';
import { JOURNAL_FILE } from '../../lib/run/journal.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { TUTORIAL as OPERATIONS } from '../../scenarios/tutorial/index.ts';
import { type CourseRun, runCourse } from './course.ts';
import { TUTORIAL } from './foreign-server.ts';
import { killedRun } from './killed-run.ts';
import { answerOf, type Conduct, type OthersServer, startOthersServer, theirs } from './others-server.ts';

const WRITING = OPERATIONS.filter(({ id }) => ['T01', 'T02', 'T03', 'T04', 'T18', 'T19', 'T20'].includes(id));
const { first, target } = TUTORIAL.roles;
const ANOTHER_STUDY = '1.2.3.4.5';

async function serverFor(t: TestContext, conduct?: Conduct): Promise<OthersServer> {
  const server = await startOthersServer(conduct);
  t.after(() => server.close());
  return server;
}

interface Played {
  readonly uids?: 'fresh' | 'original';
  readonly before?: (step: string) => void;
  readonly confirmReset?: () => Promise<boolean>;
  readonly deleteAt?: string;
  readonly scenarios?: readonly Scenario[];
}

function play(
  server: OthersServer,
  { uids = 'original', before = () => {}, confirmReset, deleteAt, scenarios = WRITING }: Played = {},
): Promise<CourseRun> {
  return runCourse({
    server: { baseUrl: server.baseUrl, patienceMs: 1_500 },
    uids,
    scenarios,
    before,
    ...(confirmReset ? { confirmReset } : {}),
    ...(deleteAt === undefined ? {} : { roots: { delete: deleteAt } }),
  });
}

/** The instance of an archive as a data set. */
function opened(bytes: Uint8Array): StoredInstance {
  return openInstance(memorySource(bytes), 'held');
}

function listing(instance: StoredInstance, study: string): Answer {
  const value = {
    '00080018': { vr: 'UI', Value: [instance.instance] },
    '0020000D': { vr: 'UI', Value: [study] },
    '0020000E': { vr: 'UI', Value: [instance.series] },
  } as const;
  return {
    status: 200,
    headers: [],
    content: { kind: 'json', mediaType: 'application/dicom+json', value: [value] },
  } as unknown as Answer;
}

const yes = async () => true;

describe('--reset deletes only what is in the study by itself', { concurrency: 8 }, () => {
  const lists = ({ route }: Request) =>
    route.operation === 'search' && route.level === 'instances' && route.study === TUTORIAL.study;

  for (const bears of ["another patient's", 'the data set’s']) {
    for (const named of [ANOTHER_STUDY, TUTORIAL.study]) {
      test(`an instance of ${bears} UID that lies in another study and is listed in study ${named}`, async (t) => {
        const own = bears === "another patient's" ? {} : { instance: target.instance };
        const foreign = theirs(copyInstance(target), 'patient', { study: ANOTHER_STUDY, ...own });
        let isListing = false;
        const server = await serverFor(t, async (request, next) => {
          if (isListing && lists(request) && !request.query.some(([key]) => key === 'SOPInstanceUID'))
            return listing(foreign, named);
          return next();
        });
        server.put(foreign);
        server.put(theirs(first));
        // The study is there, so that --reset has something to ask about.
        isListing = true;
        await play(server, { confirmReset: async () => false });
        const { said } = await play(server, { confirmReset: yes });
        const there = server.archive.find(foreign.instance);
        assert.ok(there, `${foreign.instance} is gone\n${server.changes.join('\n')}`);
        assert.ok(
          said.some((line) => line.includes('leaves') && line.includes(foreign.instance)),
          said.join('\n'),
        );
      });
    }
  }

  test('an instance that was replaced after the user was asked stays', async (t) => {
    const server = await serverFor(t);
    server.put(theirs(target, 'pixel'));
    const confirmReset = async () => {
      server.put(theirs(target));
      return true;
    };
    const { stopped } = await play(server, { confirmReset });
    assert.ok(stopped instanceof CommandError);
    server.assertUntouched();
  });

  test('patient and date of each are said, and what is agreed to is deleted', async (t) => {
    const server = await serverFor(t);
    server.put(theirs(target));
    const { said, stopped } = await play(server, { confirmReset: yes });
    assert.equal(stopped, null);
    assert.match(said.join('\n'), /instance [0-9.]+ patient ".+" \("XY7"\), study date "\d{8}"/);
    assert.equal(server.archive.find(target.instance), undefined);
  });
});

describe('under original UIDs what somebody else stored stays', { concurrency: 8 }, () => {
  const NOTHING: Readonly<Record<string, (server: OthersServer) => Promise<Answer> | Answer>> = {
    'a broken connection': (server) => {
      server.breakOff();
      return answerOf(200);
    },
    'a time-out': () => new Promise(() => {}),
    '302': () => answerOf(302, ['Location', '/elsewhere']),
    '202': () => answerOf(202),
    '204': () => answerOf(204),
    '200 without a body': () => answerOf(200),
  };
  for (const [name, answer] of Object.entries(NOTHING)) {
    test(`where our store is answered by ${name} and somebody stores under its UID`, async (t) => {
      let isDone = false;
      const server = await serverFor(t, async ({ method, body }, next, itself) => {
        if (method !== 'POST' || isDone || !Buffer.concat(body).includes(first.instance)) return next();
        isDone = true;
        itself.put(theirs(first));
        return answer(itself);
      });
      await play(server);
      server.assertUntouched();
    });
  }

  for (const step of ['T02', 'T18', 'T19', 'T20', 'clean-up']) {
    for (const differs of ['patient', 'pixel'] as const) {
      test(`where it replaces ours before ${step}, with another ${differs}`, async (t) => {
        const server = await serverFor(t);
        const before = (now: string): void => {
          if (now !== step) return;
          const held = server.archive.select({ study: TUTORIAL.study })[0];
          server.put(theirs(held ? opened(held.bytes) : first, differs));
        };
        const scenarios = step === 'clean-up' ? WRITING.slice(0, 4) : WRITING;
        const { remains } = await play(server, { before, scenarios });
        server.assertUntouched();
        if (step !== 'clean-up') return;
        assert.equal(server.left().length, 1, 'ours is deleted, and the claim is kept');
        assert.match(remains[0]?.why ?? '', /may be somebody else's/);
      });
    }
  }

  const ACTED: Readonly<Record<string, (server: OthersServer) => Answer>> = {
    503: () => answerOf(503, ['Retry-After', '0']),
    429: () => answerOf(429, ['Retry-After', '0']),
    401: () => answerOf(401, ['WWW-Authenticate', 'Bearer']),
    500: () => answerOf(500),
    'nothing: it breaks off': (server) => {
      server.breakOff();
      return answerOf(204);
    },
  };
  for (const level of ['instances', 'series', 'studies'] as const) {
    for (const [name, answer] of Object.entries(ACTED)) {
      test(`where a DELETE of ${level} acted, was answered ${name}, and somebody stored`, async (t) => {
        let isDone = false;
        const server = await serverFor(t, async ({ method, route }, next, itself) => {
          if (method !== 'DELETE' || isDone || route.level !== level || route.study !== TUTORIAL.study) return next();
          const [gone] = itself.archive.select(
            route.instance
              ? { study: TUTORIAL.study, series: route.series, instance: route.instance }
              : { study: TUTORIAL.study, series: route.series },
          );
          if (!gone) return next();
          isDone = true;
          await next();
          itself.put(theirs(opened(gone.bytes)));
          return answer(itself);
        });
        await play(server);
        assert.ok(isDone, 'no such DELETE was sent');
        server.assertUntouched();
      });
    }
  }
});

describe('under fresh UIDs what somebody put in place of ours stays', { concurrency: 8 }, () => {
  for (const step of ['T18', 'clean-up']) {
    for (const differs of ['patient', 'pixel'] as const) {
      test(`before ${step}, with another ${differs}`, async (t) => {
        const server = await serverFor(t);
        const before = (now: string): void => {
          if (now !== step) return;
          for (const { bytes } of server.archive.select()) server.put(theirs(opened(bytes), differs));
        };
        const scenarios = step === 'clean-up' ? WRITING.slice(0, 4) : WRITING.slice(0, 5);
        const { remains } = await play(server, { uids: 'fresh', before, scenarios });
        server.assertUntouched();
        assert.ok(remains.some(({ why }) => /may be somebody else's/.test(why)));
      });
    }
  }

  test('and a server that changes every pixel that it takes is cleaned up all the same', async (t) => {
    const server = await serverFor(t, async ({ route }, next) => {
      const answer = await next();
      if (route.operation !== 'retrieve' || answer.content.kind !== 'multipart') return answer;
      const parts = answer.content.parts.map((part) => {
        const body = Buffer.from(part.body);
        body[body.length - 2] = (body[body.length - 2] ?? 0) ^ 0xff;
        return { ...part, body };
      });
      return { ...answer, content: { ...answer.content, parts } };
    });
    const { remains } = await play(server, { uids: 'fresh', scenarios: WRITING.slice(0, 4) });
    assert.deepEqual([remains, server.left()], [[], []]);
  });
});

describe('another archive is left alone', { concurrency: 8 }, () => {
  for (const uids of ['fresh', 'original'] as const) {
    test(`to which the root of DELETE leads, under ${uids} UIDs`, async (t) => {
      const other = await serverFor(t);
      const server = await serverFor(t, async (request, next, itself) => {
        const answer = await next();
        // It forwards what it takes, and there somebody adds to the studies.
        if (request.method === 'POST')
          for (const { bytes, instance } of itself.archive.select())
            if (!other.archive.find(instance)) {
              const forwarded = opened(bytes);
              other.put(forwarded);
              other.put(copyInstance(forwarded, { study: forwarded.study, series: forwarded.series }));
            }
        return answer;
      });
      if (uids === 'original') other.put(theirs(target));
      await play(server, { uids, deleteAt: other.baseUrl });
      for (const change of other.changes)
        assert.match(change, /^DELETE .*\/instances\//, 'a whole was deleted where nobody looked');
      if (uids === 'original') assert.ok(other.archive.find(target.instance), other.changes.join('\n'));
    });

    for (const [name, to] of [
      ['another path', '/studies-prod'],
      ['a query', ''],
    ] as const) {
      test(`to which a DELETE is redirected within the origin, by ${name}, under ${uids} UIDs`, async (t) => {
        const server = await serverFor(t, async ({ method, base, path, rawQuery }, next) => {
          if (method !== 'DELETE' || rawQuery !== '') return next();
          const url = to === '' ? `${base}${path}?archive=prod` : base + path.replace('/studies', to);
          return answerOf(308, ['Location', url]);
        });
        const { remains } = await play(server, { uids });
        assert.ok(
          server.changes.every((change) => !change.includes('prod')),
          server.changes.join('\n'),
        );
        assert.ok(remains.length > 0 && server.left().length > 0);
        assert.ok(
          remains.some(({ why }) => /not sent to|was not seen to be gone|308/.test(why)),
          remains[0]?.why,
        );
      });
    }
  }
});

describe('clean-up deletes on the server of the run, and what comes back as it was stored', { concurrency: 8 }, () => {
  const nothing = () => {};

  test('what is ours, under fresh and under original UIDs', async (t) => {
    for (const uids of ['fresh', 'original'] as const) {
      const server = await serverFor(t);
      const folder = await killedRun(t, server.baseUrl, uids, WRITING.slice(0, 3));
      assert.ok(server.left().length > 2);
      server.put(copyInstance(target));
      assert.deepEqual(await cleanUpRun(folder, nothing), []);
      assert.deepEqual(server.left(), []);
      server.assertUntouched();
    }
  });

  test('not at an address that another archive has now', async (t) => {
    for (const uids of ['fresh', 'original'] as const) {
      for (const kind of ['empty', 'holding others’ under our UIDs'] as const) {
        const server = await serverFor(t);
        const folder = await killedRun(t, server.baseUrl, uids, WRITING.slice(0, 3));
        const held = server.archive.select();
        for (const one of held) server.archive.remove({ study: one.study, series: one.series, instance: one.instance });
        if (kind === 'empty') server.put(copyInstance(target));
        else for (const one of held) server.put(theirs(opened(one.bytes)));
        await assert.rejects(cleanUpRun(folder, nothing), (error) => {
          assert.ok(error instanceof CommandError);
          assert.equal(error.exitCode, EXIT_CODES.unreachable);
          assert.match(error.message, /gives back no instance of the run as it was stored/);
          return true;
        });
        server.assertUntouched();
      }
    }
  });

  for (const uids of ['fresh', 'original'] as const) {
    for (const differs of ['patient', 'pixel'] as const) {
      test(`not what bears a UID of ours days later with another ${differs}, under ${uids} UIDs`, async (t) => {
        const server = await serverFor(t);
        const folder = await killedRun(t, server.baseUrl, uids, WRITING.slice(0, 3));
        const ofStudy = server.archive
          .select()
          .filter(({ bytes }) => opened(bytes).name !== '')
          .at(-1);
        assert.ok(ofStudy);
        server.put(theirs(opened(ofStudy.bytes), differs));
        const remains = await cleanUpRun(folder, nothing);
        server.assertUntouched();
        // The claim stays with it.
        assert.equal(server.left().length, uids === 'fresh' ? 0 : 1);
        assert.match(remains[0]?.why ?? '', /may be somebody else's/);
      });
    }
  }

  test('not under original UIDs whose claim is gone: another run may have stored the same since', async (t) => {
    const server = await serverFor(t);
    const folder = await killedRun(t, server.baseUrl, 'original', WRITING.slice(0, 3));
    for (const one of server.archive.select())
      if (one.study !== TUTORIAL.study) server.archive.remove({ study: one.study });
    const before = server.left().length;
    const remains = await cleanUpRun(folder, nothing).catch((error) => assert.ok(error instanceof CommandError));
    assert.equal(server.left().length, before, JSON.stringify(remains));
  });

  test('not by a line of the ledger that was edited, or that has no series', async (t) => {
    for (const change of ['study', 'instance', 'all', 'no series'] as const) {
      const server = await serverFor(t);
      const folder = await killedRun(t, server.baseUrl, 'fresh', WRITING.slice(0, 2));
      const foreign = copyInstance(target);
      server.put(foreign);
      const { study, series, instance } = foreign;
      const path = join(folder, JOURNAL_FILE);
      const lines = readFileSync(path, 'utf8').split('\n');
      const at = lines.findLastIndex((line) => line.includes('"ledger"'));
      const line = JSON.parse(lines[at] ?? '');
      const edited =
        change === 'all'
          ? { ...line.entry, study, series, instance }
          : change === 'no series'
            ? { study, instance, state: 'observed' }
            : { ...line.entry, [change]: foreign[change] };
      lines.push(JSON.stringify({ kind: 'ledger', entry: edited }));
      writeFileSync(path, lines.join('\n'));
      await cleanUpRun(folder, nothing);
      server.assertUntouched();
      assert.ok(
        server.changes.every((one) => !one.startsWith('DELETE') || !one.includes(study)),
        change,
      );
    }
  });

  test('a damaged run is refused in words', async (t) => {
    const server = await serverFor(t);
    const folder = await killedRun(t, server.baseUrl, 'fresh', WRITING.slice(0, 1));
    const [setup, kept] = [join(folder, 'run.json'), join(folder, 'kept.json')];
    copyFileSync(setup, kept);
    for (const damage of ['', '{', 'null', '[]', '5', '{"target":5}', '{"target":{}}']) {
      writeFileSync(setup, damage);
      await assert.rejects(cleanUpRun(folder, nothing), CommandError, damage);
    }
    for (const field of ['secret', 'target', 'dataset']) {
      writeFileSync(setup, JSON.stringify({ ...JSON.parse(readFileSync(kept, 'utf8')), [field]: 5 }));
      await assert.rejects(cleanUpRun(folder, nothing), CommandError, field);
    }
    assert.ok(server.changes.every((change) => !change.startsWith('DELETE')));
  });
});
