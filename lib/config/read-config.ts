import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError } from '../errors/exit-codes.ts';
import { readUserFile } from '../errors/user-file.ts';
import { checkedValue, readJson, schemaCheck } from '../target/checked-json.ts';
import schema from './config.schema.json' with { type: 'json' };
import type { Config } from './config.ts';
import { fromTargetFile } from './target-file.ts';

/** A configuration file that was read and fits the schema. */
export interface ConfigFile {
  readonly path: string;
  readonly config: Config;
}

const NAME = 'dicomweb-harness.config';
const ENDINGS = ['ts', 'js', 'json'] as const;

/** Names under which a configuration is found in the working folder. */
export const CONFIG_NAMES: readonly string[] = ENDINGS.map((ending) => `${NAME}.${ending}`);

const configCheck = schemaCheck<Config>(schema, ['flag', 'path']);

/**
 * Reads the configuration: the file that is named, or the one in a folder; null where there is none.
 *
 * @throws CommandError that names the file, and the field that is wrong in it.
 */
export async function readConfig(named: string | undefined, folder: string): Promise<ConfigFile | null> {
  const path = named === undefined ? configIn(folder) : resolve(folder, named);
  if (named === '') throw new CommandError('--config: no file is named');
  if (path === null) return null;
  const value = fromTargetFile(
    /^\.[cm]?[jt]s$/.test(extname(path)) ? await exported(path) : readJson(path, 'configuration'),
  );
  return { path, config: checkedValue(value, `configuration ${path}`, configCheck()) };
}

function configIn(folder: string): string | null {
  const found = CONFIG_NAMES.map((name) => join(folder, name)).filter((path) => existsSync(path));
  if (found.length > 1) {
    const names = found.map((path) => basename(path)).join(' and ');
    throw new CommandError(
      `${names} are both in ${dirname(found[0] ?? '')}`,
      undefined,
      'Keep one, or name one with --config.',
    );
  }
  return found[0] ?? null;
}

/** The default export of a module. */
async function exported(path: string): Promise<unknown> {
  readUserFile(path, 'configuration');
  let module: { readonly default?: unknown };
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION') {
      throw new CommandError(
        `configuration ${path}: Node ${process.versions.node} does not read TypeScript`,
        undefined,
        'Node 22.18 and later do; or write it as .js or .json.',
      );
    }
    throw new CommandError(`configuration ${path} does not load: ${error instanceof Error ? error.message : error}`);
  }
  if (module.default === undefined) {
    throw new CommandError(`configuration ${path} has no default export`, undefined, 'Write: export default { … }');
  }
  return module.default;
}
