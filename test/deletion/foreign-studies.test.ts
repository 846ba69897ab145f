import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import type { ScenarioRecord } from '../../lib/results/results.ts';
import { TUTORIAL as OPERATIONS } from '../../scenarios/tutorial/index.ts';
import { ofTheDay } from '../support/drawn.ts';
import { inAdvance } from '../support/in-advance.ts';
import { PLAYED } from '../support/played.ts';
import { runCourse } from './course.ts';
import { type ForeignServer, type Place, startForeignServer, TUTORIAL } from './foreign-server.ts';
import { WAYS } from './ways-to-hide.ts';

/** What stores and what deletes: everything in between changes nothing on a server. */
const WRITING = OPERATIONS.filter(({ id }) => ['T01', 'T02', 'T03', 'T18', 'T19', 'T20'].includes(id));

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

/** A run, or several, on a server that hides in a way, and what has to hold of them. */
interface Course {
  readonly suite: string;
  readonly name: string;
  readonly way: keyof typeof WAYS;
  readonly isRight: (server: ForeignServer) => Promise<void>;
}

const STORED_BETWEEN: readonly Course[] = Object.keys(WAYS).flatMap((way) =>
  CASES.map(({ uids, place, at }) => ({
    suite: `what others stored stays byte for byte on a server that ${way}`,
    name: `${uids} UIDs, ${place}, before ${at}`,
    way,
    async isRight(server) {
      const before = (step: string): void => {
        if (step !== at) return;
        server.intrude(place);
        server.beginHiding();
      };
      const { stopped } = await runCourse({ server, uids, scenarios: WRITING, before });
      server.assertUntouched();
      if (stopped) assert.ok(stopped instanceof CommandError, stopped.stack);
      // Where it was there from the start, nothing of the data set may be stored beside it.
      if (uids === 'original' && at === 'room') {
        assert.ok(stopped, 'the run did not stop');
        const own = TUTORIAL.instances.map(({ instance }) => instance);
        assert.deepEqual(
          server.left().filter((uid) => own.includes(uid)),
          [],
        );
      }
    },
  })),
);

const DELETES = ['T18', 'T19', 'T20'];
const said = ({ records }: { readonly records: readonly ScenarioRecord[] }) =>
  records.filter(({ id }) => DELETES.includes(id)).map(({ reason, verdict }) => reason ?? verdict);

const WHOLES: readonly Course[] = [
  {
    name: 'the whole study and series of a run are, where nothing else is in them',
    async isRight(server: ForeignServer) {
      server.intrude('another study');
      const run = await runCourse({ server, uids: 'fresh', scenarios: WRITING, before: () => {} });
      assert.deepEqual(said(run), ['pass', 'pass', 'pass']);
      assert.deepEqual(server.left(), []);
      assert.equal(server.changes.filter((change) => /^DELETE \/studies\/[^/]+$/.test(change)).length, 2);
      server.assertUntouched();
    },
  },
  {
    name: 'with somebody else in them they are not: the operation is unsafe, and ours go one by one',
    async isRight(server: ForeignServer) {
      const before = (step: string) => step === 'T19' && server.intrude('same series');
      const run = await runCourse({ server, uids: 'fresh', scenarios: WRITING, before });
      assert.deepEqual(said(run), ['pass', 'unsafe', 'unsafe']);
      const [finding] = run.records.flatMap(({ findings }) => findings).filter(({ reason }) => reason === 'unsafe');
      assert.match(finding?.remark ?? '', /lists [0-9.]+, which this run did not store/);
      assert.deepEqual([server.left(), run.remains], [[], []]);
      server.assertUntouched();
    },
  },
].map((course) => ({ ...course, suite: 'what is deleted as a whole, and what is not', way: 'shown as it is' }));

const WHEREVER_IT_ENDS = 'what others stored stays, whatever is played and wherever it ends';

const EVERYTHING: readonly Course[] = [
  'shown as it is',
  'answers 500',
  'lists nothing',
  'leaves out what is not ours',
].map((way) => ({
  suite: WHEREVER_IT_ENDS,
  name: `tutorial and duties on a server that ${way} before the first delete`,
  way,
  async isRight(server) {
    const before = (step: string): void => {
      if (step === 'T02') server.intrude('same series');
      if (step === 'T18') server.beginHiding();
    };
    const { records } = await runCourse({ server, uids: 'fresh', scenarios: PLAYED, before });
    assert.equal(records.length, PLAYED.length);
    server.assertUntouched();
  },
}));

const INTERRUPTED: readonly Course[] = (['fresh', 'original'] as const).flatMap((uids) =>
  ['room', 'T01', 'T03', 'T18', 'T19', 'T20', 'clean-up'].map((at) => ({
    suite: WHEREVER_IT_ENDS,
    name: `an interrupt at ${at} under ${uids} UIDs`,
    way: 'answers 500',
    async isRight(server) {
      server.intrude('another study');
      const before = (step: string): void => {
        if (step === 'T02') server.intrude('same series');
        if (step === at && step !== 'room') server.beginHiding();
      };
      await runCourse({ server, uids, scenarios: WRITING, before, interruptedAt: at });
      server.assertUntouched();
    },
  })),
);

/** They are judged as well, and a study that is found late is a warning: so nothing else goes on meanwhile. */
const assertWhole = await inAdvance(WHOLES, WHOLES.length, play);
/** Of these nothing is judged by a time; on a server that gives no answer most of it goes by in waiting. */
const STAYING = [...ofTheDay(STORED_BETWEEN, 50), ...ofTheDay(EVERYTHING, 1), ...ofTheDay(INTERRUPTED, 5)];
const assertStays = await inAdvance(STAYING, CASES.length, play);

testSuites(WHOLES, assertWhole);
testSuites(STAYING, assertStays);

async function play({ way, isRight }: Course): Promise<void> {
  await withServer(way, isRight);
}

function testSuites(courses: readonly Course[], assertRight: (course: Course) => void): void {
  for (const suite of new Set(courses.map((course) => course.suite))) {
    describe(suite, () => {
      for (const course of courses) if (course.suite === suite) test(course.name, () => assertRight(course));
    });
  }
}
