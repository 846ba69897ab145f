import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';

/** What YAML holds, as far as the tests look at it. */
export type Yaml = Readonly<Record<string, unknown>>;

export function recipeText(name: string): string {
  return readFileSync(join(PACKAGE_FOLDER, 'recipes', name), 'utf8');
}

/** The documents of a YAML file. @throws Error for one that is not YAML, with a key twice for instance. */
export function recipeYaml(name: string): readonly Yaml[] {
  return parseAllDocuments(recipeText(name)).map((document) => {
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS() as Yaml;
  });
}

/** What to do in a shell, and the variables that it is done with, their templates not filled in. */
export interface Step {
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Job extends Yaml {
  readonly steps: readonly (Yaml & { run?: string; script?: string; env?: Record<string, string> })[];
}

/** The steps of an action, a workflow or a pipeline that run in a shell. */
export function shellSteps({ steps }: Job): readonly Step[] {
  return steps.flatMap(({ run, script, env = {} }) => {
    const text = run ?? script;
    return text === undefined ? [] : [{ script: text, env }];
  });
}

/** Puts values into templates such as `${{ inputs.target }}` and `$[[ inputs.target ]]`. */
export function filled(env: Step['env'], values: Readonly<Record<string, string>>): Record<string, string> {
  const fill = (text: string): string =>
    text.replace(
      /\$(?:\{\{|\[\[) *\w+\.([\w-]+) *(?:\}\}|\]\])/g,
      (template, name: string) => values[name] ?? template,
    );
  return Object.fromEntries(Object.entries(env).map(([name, text]) => [name, fill(text)]));
}
