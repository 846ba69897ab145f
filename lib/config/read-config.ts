import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
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

/** A module that loads longer than this, in milliseconds, waits for something that does not come. */
const LONGEST_LOADING_MS = 20_000;

/** The default export of a module, as plain data. */
async function exported(path: string): Promise<unknown> {
  readUserFile(path, 'configuration');
  // Without a word the command would seem to have succeeded.
  const refuseExit = (): void => {
    process.stderr.write(`dicomweb-harness: configuration ${path} ended the process\n`);
    process.exitCode = EXIT_CODES.usage;
  };
  process.once('exit', refuseExit);
  try {
    const value = await withinTime(defaultOf(path), path);
    // What is read later, such as a getter that throws, is read here.
    return typeof value === 'function' ? value : structuredClone(value);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION') {
      throw new CommandError(
        `configuration ${path}: Node ${process.versions.node} does not read TypeScript`,
        undefined,
        'Node 22.18 and later do; or write it as .js or .json.',
      );
    }
    throw new CommandError(`configuration ${path} does not load: ${error instanceof Error ? error.message : error}`);
  } finally {
    process.off('exit', refuseExit);
  }
}

async function defaultOf(path: string): Promise<unknown> {
  const module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
  if (module.default !== undefined) return module.default;
  throw new CommandError(`configuration ${path} has no default export`, undefined, 'Write: export default { … }');
}

/** The timer also keeps the process, which would end in silence where nothing else is under way. */
async function withinTime<T>(work: Promise<T>, path: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const why = `configuration ${path} does not load: nothing came of it within ${LONGEST_LOADING_MS / 1_000} s`;
    timer = setTimeout(() => reject(new CommandError(why)), LONGEST_LOADING_MS);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
