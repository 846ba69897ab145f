import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { readAll } from '../../../lib/bytes/byte-source.ts';
import type { Archive } from '../../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import { startServer } from '../../../lib/reference-server/listen.ts';
import { loadProfile } from '../../../lib/target/profiles.ts';
import { type Ended, temporaryFolder } from '../../cli/program.ts';
import { programInProcess } from '../../cli/program-in-process.ts';
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
  /** What the commands have said so far. */
  said: string;
  /** What happens after the command, before anything is counted. */
  atEnd?: () => void;
  /** Base URL of another archive, which ends with the course. */
  serve(archive: Archive, behaviours?: readonly Behaviour[]): Promise<string>;
  /** Runs a command. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  /** Plays scenarios with the data set. */
  conformance(...more: readonly string[]): Promise<Ended>;
}

/** A stage without its server. A server that shows late what it stored is waited for a fifth of a second. */
export function makeStage(t: TestContext): Stage {
  const world = new World();
  const aside = temporaryFolder(t);
  const data = join(aside, 'study');
  mkdirSync(data);
  for (const { name, source } of world.dataset.instances) writeFileSync(join(data, name), readAll(source));
  const profile = join(aside, 'profile.json');
  writeFileSync(profile, JSON.stringify({ ...loadProfile('standard'), name: 'quick', visibilityWindowMs: 200 }));
  const out = join(aside, 'run');
  const stage: Stage = {
    ...{ world, baseUrl: '', data, out, aside, said: '' },
    async serve(archive, behaviours = []) {
      const other = await startServer({ archive, behaviours });
      t.after(() => other.close());
      return other.baseUrl;
    },
    async run(args, env = {}) {
      const ended = await programInProcess(args, { env });
      stage.said += ended.stdout + ended.stderr;
      return ended;
    },
    conformance: (...more) => {
      const flags = [
        '--target',
        stage.baseUrl,
        '--dataset',
        data,
        '--out',
        out,
        '--timeout',
        '2',
        '--profile',
        profile,
      ];
      return stage.run(['conformance', ...flags, ...more]);
    },
  };
  return stage;
}
