import { suggestionFor } from '../errors/did-you-mean.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { resolveTarget, type TargetInput } from '../target/configuration.ts';
import { withoutCertificate, withoutCredentials, withoutProxies } from '../target/credential-references.ts';
import type { ServiceRoots, Stated, Target as Whole } from '../target/target.ts';
import {
  type ClientCertificateOptions,
  type CredentialOptions,
  OPTION_OF_VARIABLE,
  type ProxyOptions,
  variablesOfCertificate,
  variablesOfCredentials,
  variablesOfProxy,
} from './credentials.ts';
import { Target } from './open-target.ts';

/** A server: its base URL, or what else is known of it. */
export type TargetOptions = string | TargetDetails;

/** A server, with all that is known of it. */
export interface TargetDetails {
  /** Base URL, below which /studies lies. */
  readonly baseUrl: string;
  /** Base URLs of the services for which it is another one. */
  readonly roots?: Partial<ServiceRoots>;
  /** Sent with every request: texts that are no secrets, or the variables that hold them. */
  readonly headers?: Readonly<Record<string, string | { readonly env: string }>>;
  /** Without it, those of the environment count, as for the program. They are written nowhere. */
  readonly credentials?: CredentialOptions;
  readonly clientCertificate?: ClientCertificateOptions;
  readonly proxy?: ProxyOptions;
  /** PEM file of authorities that are trusted beside the well-known ones. */
  readonly ca?: string;
  /** Takes every certificate of the server; reports say so. */
  readonly insecure?: true;
  /** Version of HTTP; `auto`, unless told otherwise, lets the server choose. */
  readonly http?: 'auto' | '1.1' | '2';
  /** `standard`, `azure-dicom`, or a profile file. */
  readonly profile?: string;
  /** Longest wait for the next byte of an answer, in milliseconds. */
  readonly timeoutMs?: number;
  /** Sends nothing but GET, HEAD and OPTIONS. */
  readonly readOnly?: true;
  /** Product, version, environment and tester, for reports. */
  readonly stated?: Stated;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A target, and what a process that plays against it has to be given. */
export interface OpenedTarget {
  readonly target: Whole;
  /** The target without its secrets. */
  readonly input: TargetInput;
  /** The environment of this process, with the secrets of the options in it. */
  readonly env: Environment;
}

const NAMES: Readonly<Record<keyof TargetDetails, true>> = {
  baseUrl: true,
  roots: true,
  headers: true,
  credentials: true,
  clientCertificate: true,
  proxy: true,
  ca: true,
  insecure: true,
  http: true,
  profile: true,
  timeoutMs: true,
  readOnly: true,
  stated: true,
};

/**
 * The target that is meant. Where the options have no credentials, those of the environment count, as for the program.
 *
 * @throws CommandError that names the option or the variable that is wrong, without its secrets.
 */
export function openTarget(options: TargetOptions): Target {
  return new Target(openWithSecrets(options).target);
}

/** The same, with what other processes need. @throws CommandError as `openTarget` does. */
export function openWithSecrets(options: TargetOptions): OpenedTarget {
  const details = typeof options === 'string' ? { baseUrl: options } : options;
  refuseUnknown(details, Object.keys(NAMES), 'target');
  const { baseUrl, credentials, clientCertificate, proxy, readOnly, ...plain } = details;
  const input = {
    ...plain,
    target: baseUrl,
    urlSource: 'baseUrl',
    embedded: false,
    ...(readOnly ? { isReadOnly: readOnly } : {}),
  };
  const env = [
    credentials && { without: withoutCredentials, variables: variablesOfCredentials(credentials, process.env) },
    clientCertificate && {
      without: withoutCertificate,
      variables: variablesOfCertificate(clientCertificate, process.env),
    },
    proxy && { without: withoutProxies, variables: variablesOfProxy(proxy, process.env) },
  ].reduce<Environment>(
    (environment, given) => (given ? { ...given.without(environment), ...given.variables } : environment),
    process.env,
  );
  return { input, env, target: inWordsOfOptions(env, () => resolveTarget(input, env)) };
}

/** A reference server of our own. */
export function openEmbedded(url: string): OpenedTarget {
  const input = { target: url, embedded: true };
  return { input, env: process.env, target: resolveTarget(input, process.env) };
}

/** @throws CommandError for an option that there is not, with the one that was likely meant. */
export function refuseUnknown(options: object, known: readonly string[], what: string): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const hint = suggestionFor(unknown, known);
  throw new CommandError(`${what}: there is no option ${JSON.stringify(unknown)}`, undefined, hint);
}

/** Messages name an option in place of the variable that stands for it, where the environment does not set it. */
function inWordsOfOptions<Result>(env: Environment, open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const ours = OPTION_OF_VARIABLE.filter(([variable]) => env[variable] !== process.env[variable]);
    const told = (text: string): string =>
      ours.reduce(
        (all, [variable, option]) => all.replaceAll(variable, option),
        text.replaceAll(/(^|\s)--(?=[a-z])/g, '$1'),
      );
    throw new CommandError(told(error.message), error.exitCode, error.hint && told(error.hint));
  }
}
