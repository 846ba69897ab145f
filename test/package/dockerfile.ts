import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';

/** One instruction of a Dockerfile. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** The instructions of a Dockerfile, by stage, each stage from its FROM. */
function stagesOf(dockerfile: string): readonly (readonly Instruction[])[] {
  const lines = dockerfile
    .replace(/^ *#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [, name = '', text = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    if (name === 'FROM') stages.push([]);
    if (name === '' || stages.length === 0) throw new Error(`no instruction: ${line}`);
    stages.at(-1)?.push({ name, text });
  }
  return stages;
}

/** Texts of the instructions of that name. */
export function textsOf(stage: readonly Instruction[], name: string): readonly string[] {
  return stage.filter((one) => one.name === name).map(({ text }) => text);
}

/** Words of an instruction in its form of a JSON array. */
export function arrayOf(text: string): readonly string[] {
  return JSON.parse(text.slice(text.indexOf('['))) as string[];
}

const [build = [], final = []] = stagesOf(readFileSync(join(PACKAGE_FOLDER, 'Dockerfile'), 'utf8'));

/** The stages of this project's Dockerfile. */
export const STAGES: Readonly<Record<'build' | 'final', readonly Instruction[]>> = { build, final };
