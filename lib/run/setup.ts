import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetRecord } from '../results/results.ts';
import type { TargetInput } from '../target/configuration.ts';

/** What every process of a run has to know, without a secret in it: those come from the environment each time. */
export interface RunSetup {
  readonly id: string;
  readonly command: readonly string[];
  readonly startedAt: string;
  /** The target as the user named it; each process resolves it anew. */
  readonly target: TargetInput;
  /** The target as preflight saw it. */
  readonly record: TargetRecord;
  /** Folder of the user's files; null for the tutorial set. */
  readonly dataset: string | null;
  /** Old UID to new one when the data set is stored under fresh UIDs. */
  readonly freshUids: Readonly<Record<string, string>> | null;
  /** Ids of the scenarios to judge. */
  readonly scenarios: readonly string[];
  /** What is played, in order: the scenarios to judge, and as set-up those that they build on. */
  readonly plays: readonly PlannedScenario[];
}

/** What is known of a scenario without loading what it is made of. */
interface PlannedScenario {
  readonly id: string;
  readonly service: string;
  readonly title: string;
  readonly covers: readonly string[];
  readonly judged: boolean;
}

const FILE = 'run.json';

export function writeSetup(runFolder: string, setup: RunSetup): void {
  writeFileSync(join(runFolder, FILE), `${JSON.stringify(setup, null, 2)}\n`);
}

/** Throws when the folder holds no run. */
export function readSetup(runFolder: string): RunSetup {
  return JSON.parse(readFileSync(join(runFolder, FILE), 'utf8')) as RunSetup;
}
