import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BOUNDS } from '../bounds.ts';
import { readRegularFile } from '../errors/regular-file.ts';
import { isPartName } from '../results/join/renamed.ts';
import type { TargetRecord } from '../results/results.ts';
import type { TargetInput } from '../target/configuration.ts';

/** What every process of a run has to know, without a secret in it: those come from the environment each time. */
export interface RunSetup {
  readonly id: string;
  /**
   * By it the UIDs that the run made can be proved to be of it (`lib/dicom/own-uid.ts`): no credential, and in nothing that is
   * given to others.
   */
  readonly secret: string;
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

/** Whether a run waits for as long as the profile has it each time: one scenario alone was asked for. */
export function isPatient({ scenarios }: RunSetup): boolean {
  return scenarios.length === 1;
}

/** Throws when the folder holds no run. */
export function readSetup(runFolder: string): RunSetup {
  const setup = JSON.parse(
    readRegularFile(join(runFolder, FILE), { most: BOUNDS.userFile.limit, within: runFolder }).toString('utf8'),
  ) as RunSetup;
  return { ...setup, dataset: whereItIs(setup.dataset, runFolder) };
}

/** Folder of a run in which the study lies that was read, where the run only reads. */
export const STUDY_FOLDER = 'study';

/** The study that a run has read lies in its folder, and goes where that goes. */
function whereItIs(dataset: string | null, runFolder: string): string | null {
  if (dataset === null || existsSync(dataset) || basename(dataset) !== STUDY_FOLDER) return dataset;
  const beside = join(runFolder, STUDY_FOLDER);
  return existsSync(beside) ? beside : dataset;
}

/** One of the runs that a folder joins: a repetition or a shard. */
export interface PartSetup {
  readonly name: string;
  readonly setup: RunSetup;
}

/** How the runs were made that a folder joins, in their order; none for a run of its own. Throws as `readSetup` does. */
export function readPartSetups(runFolder: string): readonly PartSetup[] {
  const numberOf = (name: string): number => Number(/\d+$/.exec(name)?.[0]);
  const names = readdirSync(runFolder).filter((name) => isPartName(name) && existsSync(join(runFolder, name, FILE)));
  return names
    .sort((one, other) => numberOf(one) - numberOf(other))
    .map((name) => ({ name, setup: readSetup(join(runFolder, name)) }));
}

/** Keeps in a joined run how one of its parts was made, with the study that it read. */
export function keepSetup(partFolder: string, runFolder: string, name: string): void {
  const into = join(runFolder, name);
  for (const kept of [FILE, STUDY_FOLDER]) {
    const from = join(partFolder, kept);
    if (!existsSync(from)) continue;
    mkdirSync(into, { recursive: true });
    cpSync(from, join(into, kept), { recursive: true });
  }
}
