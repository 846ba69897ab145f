import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { HTTP_VERSIONS, type HttpVersion } from '../connection/settings.ts';
import type { TargetInput } from '../target/configuration.ts';

/** The flags that say which server is meant. */
export interface TargetOptions {
  readonly target?: string;
  /** What only a configuration file can say, and where it does. */
  readonly roots?: TargetInput['roots'];
  readonly headers?: TargetInput['headers'];
  readonly credentials?: TargetInput['credentials'];
  readonly file?: string;
  readonly urlSource?: string;
  readonly profile?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly product?: string;
  readonly productVersion?: string;
  readonly environment?: string;
  readonly tester?: string;
  readonly ca?: string;
  readonly insecure?: true;
  readonly http?: HttpVersion;
  readonly readOnly?: true;
}

/** Adds the flags that say what is tested and by whom; reports show them, and show as not given what is missing. */
export function withStatedOptions(command: Command): Command {
  return command
    .option('--product <name>', 'what is tested, for the reports')
    .option('--product-version <version>', 'its version')
    .option('--environment <text>', 'where it is tested, such as "staging, PostgreSQL 16"')
    .option('--tester <name>', 'who answers for the run');
}

/** Adds the flags that say how the target is connected to; what is secret of it comes from the environment. */
export function withConnectionOptions(command: Command): Command {
  return command
    .option('--ca <file>', 'PEM file of a private authority, trusted beside the well-known ones')
    .option('--insecure', "do not verify the server's certificate; the report says so")
    .addOption(
      new Option('--http <version>', 'version of HTTP; default: what the server chooses in the TLS handshake').choices([
        ...HTTP_VERSIONS,
      ]),
    );
}

/** Whether a server is named. An empty --target is a variable that was not set: the embedded one must not pass for it. */
export function namesTarget({ target }: TargetOptions): boolean {
  return target !== undefined;
}

/** What flags, environment and configuration say of the target; `embeddedUrl` is the address of our own server, null where one is named. */
export function targetInput(options: TargetOptions, embeddedUrl: string | null): TargetInput {
  const target = options.target ?? embeddedUrl;
  const { roots, headers, credentials, file, urlSource } = options;
  return {
    ...(target === null ? {} : { target }),
    ...(embeddedUrl === null ? present({ roots, headers, credentials, file, urlSource }) : {}),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout * 1_000 }),
    embedded: embeddedUrl !== null,
    ...(options.ca === undefined ? {} : { ca: resolve(options.ca) }),
    ...(options.insecure ? { insecure: options.insecure } : {}),
    ...(options.http === undefined ? {} : { http: options.http }),
    ...(options.readOnly ? { isReadOnly: true } : {}),
    stated: statedIn(options),
  };
}

function statedIn({ product, productVersion, environment, tester }: TargetOptions): NonNullable<TargetInput['stated']> {
  return {
    ...(product === undefined ? {} : { product }),
    ...(productVersion === undefined ? {} : { productVersion }),
    ...(environment === undefined ? {} : { environment }),
    ...(tester === undefined ? {} : { tester }),
  };
}

function present<Fields extends object>(
  fields: Fields,
): { readonly [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
