import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import type { Course } from './course.ts';
import { before, once } from './moments.ts';
import type { Stage } from './stage.ts';

/** A run is killed when it has stored everything; something happens; what it left is cleaned up by its folder. */
export interface Killed extends Pick<Course, 'canSayNothing' | 'says'> {
  readonly what: string;
  readonly uids?: 'fresh' | 'original';
  /** What the run plays; T05 stores the data set alone. */
  readonly scenario?: readonly string[];
  /** What happens between the run and the clean-up. */
  readonly meanwhile?: (stage: Stage) => unknown;
  /** What stands around the archive during the clean-up. */
  readonly server?: (stage: Stage) => readonly Behaviour[];
  /** How often it is cleaned up. */
  readonly times?: number;
  /** What happens between two of them. */
  readonly between?: (stage: Stage) => void;
  readonly isCleanedUp?: true;
}

export function killed(course: Killed): Course {
  const { what, uids = 'original', scenario = 'T05', meanwhile, server, times = 1, between, ...bars } = course;
  let isOver = false;
  return {
    what: `clean-up: ${what} (${uids})`,
    ...bars,
    server: (stage) => [
      before(
        ({ route }) =>
          route.operation === 'delete' && stage.world.archive.select({ study: route.study ?? '' }).length > 1,
        () => stage.world.kill(stage.out, join(stage.aside, 'killed')),
      ),
      ...(server?.(stage) ?? []).map((behaviour) => once(() => isOver, behaviour)),
    ],
    play: async (stage) => {
      await stage.conformance({ scenario, uids });
      stage.world.asKilled(stage.out);
      isOver = true;
      await meanwhile?.(stage);
      for (let time = 0; time < times; time++) {
        if (time > 0) between?.(stage);
        await stage.cleanUp();
      }
    },
  };
}

/** The run's own instances that are on the server, the claim of a run under original UIDs among them. */
export const left = ({ world }: Stage) =>
  world.left().filter(({ study }) => world.archive.select({ study }).length > 1);

/** One of them. */
export function oneLeft(stage: Stage): Instance {
  const [one] = left(stage);
  if (one === undefined) throw new Error('nothing of the run is left');
  return one;
}

/** What courses change in run.json. */
interface RunFile {
  secret?: string;
  freshUids: unknown;
  readonly target: { target: string };
  readonly record: { baseUrl: string };
}

/** Changes run.json of the run. */
export function editRun({ out }: Stage, change: (run: RunFile) => void): void {
  const file = join(out, 'run.json');
  const run = JSON.parse(readFileSync(file, 'utf8')) as RunFile;
  change(run);
  writeFileSync(file, JSON.stringify(run));
}

export interface Line {
  study?: string;
  series?: string;
  instance?: string;
  state?: string;
}

/** Changes what the ledger names. */
export function editLedger({ out }: Stage, change: (entry: Line) => Line | readonly Line[]): void {
  const file = join(out, 'journal.ndjson');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const parsed = JSON.parse(line);
      if (parsed.kind !== 'ledger') return [line];
      return [change(parsed.entry)].flat().map((entry) => JSON.stringify({ ...parsed, entry }));
    });
  writeFileSync(file, `${lines.join('\n')}\n`);
}
