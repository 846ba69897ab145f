import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import { startServer } from '../../../lib/reference-server/listen.ts';
import { ofTheDay } from '../../support/drawn.ts';
import type { Asked } from './play-run.ts';
import { makeStage, type Stage } from './stage.ts';

export interface Course {
  /** What happens, as a sentence about the server or the stranger. */
  readonly what: string;
  /** Under which UIDs the harness stores, where the course is one run of it. */
  readonly uids?: Asked['uids'];
  /** What is played; T18 deletes an instance, and the end of a run whatever it stored. */
  readonly scenario?: Asked['scenario'];
  /** What stands around the archive, from the outside inwards. */
  readonly server?: (stage: Stage) => readonly Behaviour[] | Promise<readonly Behaviour[]>;
  /** What is done, where it is more than one run. */
  readonly play?: (stage: Stage) => Promise<unknown>;
  /** What the output says. */
  readonly says?: RegExp;
  /** Nothing can tell the harness what of ours is left, so that it need not say it. */
  readonly canSayNothing?: true;
  /** What design.md says that cannot be promised: a stranger's is lost. */
  readonly isLimit?: true;
  /** Whether everything of ours has to be gone at the end. */
  readonly isCleanedUp?: true;
}

/** Plays a course: nothing of strangers may be gone, and what is left of ours has to be named. */
async function playCourse(t: TestContext, course: Course): Promise<void> {
  const stage = makeStage(t);
  const { world } = stage;
  const behaviours = (await course.server?.(stage)) ?? [];
  const server = await startServer({ archive: world.archive, behaviours });
  stage.baseUrl = server.baseUrl;
  try {
    if (course.play) await course.play(stage);
    else await stage.conformance(course);
    stage.atEnd?.();
  } finally {
    await server.close();
  }
  const { said } = stage;
  const lost = world.lost();
  const left = world.left().map(({ instance }) => instance);
  assert.ok(world.hasStrangers, 'no stranger was there: the course shows nothing');
  assert.doesNotMatch(said, /defect of the harness|harness-error/);
  if (course.says) assert.match(said, course.says);
  if (course.isLimit) {
    assert.notDeepEqual(lost, [], 'nothing is lost any more: design.md says that it may be');
    return;
  }
  assert.deepEqual(lost, [], `strangers' instances are gone\n${said}`);
  if (course.isCleanedUp) assert.deepEqual(left, [], said);
  const unsaid = course.canSayNothing ? [] : left.filter((instance) => !said.includes(instance));
  assert.deepEqual(unsaid, [], `what is left of ours is not said\n${said}`);
}

/** Tests of a third of the courses, others on another day. */
export function playCourses(courses: readonly Course[]): void {
  for (const course of ofTheDay(courses, Math.ceil(courses.length / 3)))
    test(course.what, (t) => playCourse(t, course));
}
