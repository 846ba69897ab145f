import { dirname, resolve } from 'node:path';
import { CommandError } from '../errors/exit-codes.ts';
import type { ConfigFile } from './read-config.ts';
import { SETTINGS, type Setting } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that the environment or the configuration file gives. */
export interface Given {
  readonly setting: Setting;
  /** One text, or several for a list. */
  readonly texts: readonly string[];
  /** `variable`: the environment, which goes before the file. */
  readonly from: 'variable' | 'file';
  /** For people: the name of the variable, or the file and the place in it. */
  readonly source: string;
}

/**
 * What the environment and the configuration file give, the environment first. A variable that is set to nothing counts
 * as given: a target that a script did not fill in must not become the embedded server.
 */
export function givenSettings(file: ConfigFile | null, env: Environment): readonly Given[] {
  return SETTINGS.flatMap((setting) => inEnvironment(setting, env) ?? (file && inFile(setting, file)) ?? []);
}

function inEnvironment(setting: Setting, env: Environment): Given | null {
  const text = env[setting.variable];
  if (text === undefined) return null;
  // A threshold may have commas in braces, between tags.
  const texts = setting.isList ? text.split(/[,;\n](?![^{]*\})/).map((each) => each.trim()) : [text];
  const isEmptyList = setting.isList && text.trim() === '';
  return isEmptyList ? null : { setting, texts, from: 'variable', source: setting.variable };
}

function inFile(setting: Setting, { path, config }: ConfigFile): Given | null {
  const value = valueAt(config, setting.path);
  if (value === undefined) return null;
  const values = Array.isArray(value) ? value.map(String) : [String(value)];
  const texts = setting.isPath ? values.map((text) => besideFile(text, path)) : values;
  return { setting, texts, from: 'file', source: `${path}: /${setting.path.join('/')}` };
}

function valueAt(config: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], config);
}

/** A path of the file lies relative to it. The name of a built-in profile is no path, and no name at all stays none. */
function besideFile(text: string, file: string): string {
  return /[/\\.]/.test(text) ? resolve(dirname(file), text) : text;
}

/** What only a file can say of a target. */
export interface TargetDetails {
  readonly roots?: NonNullable<ConfigFile['config']['target']>['roots'];
  readonly headers?: NonNullable<ConfigFile['config']['target']>['headers'];
  readonly credentials?: ConfigFile['config']['credentials'];
  readonly file?: string;
}

/**
 * Roots, headers and credentials of a configuration file, for the target that is played.
 *
 * @throws CommandError where the file describes a target without its URL, or roots of another target than is named.
 */
export function targetDetails(file: ConfigFile | null, url: string | undefined): TargetDetails {
  if (file === null) return {};
  const { path, config } = file;
  if (config.target !== undefined && url === undefined) {
    throw new CommandError(
      `configuration ${path}: /target has no url`,
      undefined,
      'Is it taken from a variable that is not set? Without a target leave out "target": the embedded server is played.',
    );
  }
  const roots = config.target?.roots;
  if (roots !== undefined && config.target?.url !== undefined && config.target.url !== url) {
    throw new CommandError(
      `the target is not the one of ${path}, whose roots are of ${config.target.url}`,
      undefined,
      'Name a configuration of this target with --config.',
    );
  }
  const credentials = config.credentials && (withPaths(config.credentials, path) as typeof config.credentials);
  return {
    file: path,
    ...(roots === undefined ? {} : { roots }),
    ...(config.target?.headers === undefined ? {} : { headers: config.target.headers }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

/** References with the files among them relative to the configuration. */
function withPaths(references: object, file: string): object {
  const entries = Object.entries(references).map(([name, value]) => {
    if (typeof value === 'object') return [name, withPaths(value, file)];
    return [name, name === 'file' ? resolve(dirname(file), value) : value];
  });
  return Object.fromEntries(entries);
}
