import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { readAll } from '../../lib/bytes/byte-source.ts';
import type { Archive } from '../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { type Ended, temporaryFolder } from '../cli/program.ts';
import { programInProcess } from '../cli/program-in-process.ts';
import { loadProfile } from '../../lib/target/profiles.ts';
import { World } from './world.ts';

/** Where a course is played, and what it can do there. */
export interface Stage {
  readonly world: World;
  baseUrl: string;
  /** Folder of the data set. */
  readonly data: string;
  /** Folder of the run. */
  readonly out: string;
  /** A folder for what else is needed. */
  readonly aside: string;
  /** Base URL of another archive, which ends with the course. */
  serve(archive: Archive, behaviours?: readonly Behaviour[]): Promise<string>;
  /** Runs a command. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  /** Plays scenarios with the data set; T18 deletes an instance, and the end of a run whatever it stored. */
  conformance(...more: readonly string[]): Promise<Ended>;
}

export interface Course {
  /** What happens, as a sentence about the server or the stranger. */
  readonly what: string;
  /** Under which UIDs the harness stores, where the course is one run of it. */
  readonly uids?: 'fresh' | 'original';
  readonly scenario?: string | readonly string[];
  /** What stands around the archive, from the outside inwards. */
  readonly server?: (stage: Stage) => readonly Behaviour[] | Promise<readonly Behaviour[]>;
  /** What is done, where it is more than one run. */
  readonly play?: (stage: Stage) => Promise<unknown>;
  /** Whether everything of ours has to be gone at the end. */
  readonly isCleanedUp?: true;
}

export function flagsOf({ scenario = 'T18', uids = 'original' }: Pick<Course, 'scenario' | 'uids'>): string[] {
  return ['--uids', uids, ...[scenario].flat().flatMap((id) => ['--scenario', id])];
}

/** Plays a course: nothing of strangers may be gone, and what is left of ours has to be named. */
async function playCourse(t: TestContext, course: Course): Promise<void> {
  const world = new World();
  const aside = temporaryFolder(t);
  const data = join(aside, 'study');
  mkdirSync(data);
  for (const { name, source } of world.dataset.instances) writeFileSync(join(data, name), readAll(source));
  const profile = join(aside, 'profile.json');
  writeFileSync(profile, JSON.stringify({ ...loadProfile('standard'), name: 'quick', visibilityWindowMs: 200 }));
  let said = '';
  const log: string[] = [];
  const behaviours: Behaviour[] = process.env['SAY'] ? [{ async handle(request, archive, next) {
    const answer = await next(request, archive).catch((e) => e);
    log.push(`${request.method} ${request.path}?${request.rawQuery} ${answer.status}`.replaceAll(world.dataset.study, 'STUDY').replaceAll('1.2.826.0.1.3680043.8.498.', '~'));
    if (answer instanceof Error) throw answer;
    return answer;
  } }] : [];
  const run: Stage['run'] = async (args, env = {}) => {
    const ended = await programInProcess(args, { env });
    said += ended.stdout + ended.stderr;
    return ended;
  };
  const out = join(aside, 'run');
  const stage: Stage = {
    ...{ world, baseUrl: '', data, out, aside, run },
    async serve(archive, around = []) {
      const other = await startServer({ archive, behaviours: around });
      t.after(() => other.close());
      return other.baseUrl;
    },
    conformance: (...more) =>
      run(['conformance', '--target', stage.baseUrl, '--dataset', data, '--out', out, '--timeout', '2', '--profile', profile, ...more]),
  };
  behaviours.push(...((await course.server?.(stage)) ?? []));
  const server = await startServer({ archive: world.archive, behaviours });
  stage.baseUrl = server.baseUrl;
  try {
    if (course.play) await course.play(stage);
    else await stage.conformance(...flagsOf(course));
  } finally {
    await server.close();
  }
  const left = world.left();
  const unsaid = left.filter(({ instance }) => !said.includes(instance)).map(({ instance }) => instance);
  if (process.env['SAY']) process.stdout.write(`\n=== ${course.what}: left ${left.length}\n${said}\n${log.join('\n')}\n`);
  assert.deepEqual(
    { lost: world.lost(), unsaid, isDefect: /defect of the harness|harness-error/.test(said) },
    { lost: [], unsaid: [], isDefect: false },
    said,
  );
  assert.ok(world.hasStrangers, 'no stranger was there: the course shows nothing');
  if (course.isCleanedUp) assert.deepEqual(left.map(({ instance }) => instance), [], said);
}

export function playCourses(courses: readonly Course[]): void {
  for (const course of courses) test(course.what, (t) => playCourse(t, course));
}
