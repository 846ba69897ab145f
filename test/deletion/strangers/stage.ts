import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { readAll } from '../../../lib/bytes/byte-source.ts';
import { CommandError } from '../../../lib/errors/exit-codes.ts';
import type { Archive } from '../../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import { startServer } from '../../../lib/reference-server/listen.ts';
import type { RemainsRecord } from '../../../lib/results/results.ts';
import { cleanUpRun } from '../../../lib/run/clean-up/clean-up-run.ts';
import { loadProfile } from '../../../lib/target/profiles.ts';
import { temporaryFolder } from '../../cli/program.ts';
import { programInProcess } from '../../cli/program-in-process.ts';
import { type Asked, playRun } from './play-run.ts';
import { World } from './world.ts';

/** Where a course is played, and what can be done there. */
export interface Stage {
  readonly world: World;
  /** That of the server; empty until it is started. */
  baseUrl: string;
  /** Folder of the data set. */
  readonly data: string;
  /** Folder of the run. */
  readonly out: string;
  /** A folder for what else is needed. */
  readonly aside: string;
  /** What the harness has said so far, and what it lists as left. */
  said: string;
  /** What happens after the command, before anything is counted. */
  atEnd?: () => void;
  /** Base URL of another archive, which ends with the course. */
  serve(archive: Archive, behaviours?: readonly Behaviour[]): Promise<string>;
  /** What the command `conformance` does, without its reports. */
  conformance(asked: Asked): Promise<void>;
  /** What the command `clean-up` does with the folder of the run. */
  cleanUp(): Promise<void>;
  /** Runs a command with these variables. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<void>;
}

/** A stage without its server. A server that shows late what it did is waited for two fifths of a second. */
export function makeStage(t: TestContext): Stage {
  const world = new World();
  const aside = temporaryFolder(t);
  const data = join(aside, 'study');
  mkdirSync(data);
  for (const { name, source } of world.dataset.instances) writeFileSync(join(data, name), readAll(source));
  const profile = join(aside, 'profile.json');
  writeFileSync(profile, JSON.stringify({ ...loadProfile('standard'), name: 'quick', visibilityWindowMs: 400 }));
  const out = join(aside, 'run');
  const say = (line: string): void => {
    stage.said += `${line}\n`;
  };
  const tell = async (remains: Promise<readonly RemainsRecord[]>): Promise<void> => {
    try {
      for (const one of await remains) say(`left: ${JSON.stringify(one)}`);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      say(error.message);
    }
  };
  const stage: Stage = {
    ...{ world, baseUrl: '', data, out, aside, said: '' },
    async serve(archive, behaviours = []) {
      const other = await startServer({ archive, behaviours });
      t.after(() => other.close());
      return other.baseUrl;
    },
    conformance: (asked) => {
      const input = { target: stage.baseUrl, embedded: false, timeoutMs: 2_000, profile };
      return tell(playRun({ folder: out, datasetFolder: data, input, say }, asked));
    },
    cleanUp: () => tell(cleanUpRun(out, say)),
    async run(args, env = {}) {
      const { stdout, stderr } = await programInProcess(args, { env });
      say(stdout + stderr);
    },
  };
  return stage;
}
