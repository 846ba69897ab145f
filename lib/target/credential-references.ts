import { CommandError } from '../errors/exit-codes.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where credentials are, as a configuration file says it: `{ token: { env: 'PACS_TOKEN' } }`. Never the credentials
 * themselves, so that it can stand in a file of the run.
 */
export interface CredentialReferences {
  readonly [name: string]: string | CredentialReferences;
}

/** Variables that hold PEM, or the name of its file. */
const TAKES_PATH = new Set(['DICOMWEB_CLIENT_CERT', 'DICOMWEB_CLIENT_KEY']);

/**
 * The variables that references stand for. `token.file` is DICOMWEB_TOKEN_FILE; what lies in another variable, as
 * `token.env` says, becomes DICOMWEB_TOKEN.
 *
 * @throws CommandError that names a variable that is not set.
 */
function variablesOf(references: CredentialReferences, env: Environment, prefix = 'DICOMWEB'): [string, string][] {
  return Object.entries(references).flatMap(([name, value]): [string, string][] => {
    const variable = `${prefix}_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
    if (typeof value !== 'string') return variablesOf(value, env, variable);
    if (name === 'env') return [[prefix, requiredVariable(value, env)]];
    return [[TAKES_PATH.has(prefix) ? prefix : variable, value]];
  });
}

/** Every variable that holds credentials or says where they are. */
export const CREDENTIAL_VARIABLES: readonly string[] = [
  ...['TOKEN', 'TOKEN_FILE', 'TOKEN_COMMAND', 'USER', 'PASSWORD', 'HEADERS', 'HEADERS_FILE'],
  ...['OAUTH_TOKEN_URL', 'OAUTH_CLIENT_ID', 'OAUTH_CLIENT_SECRET', 'OAUTH_CLIENT_SECRET_FILE', 'OAUTH_SCOPE'],
  ...['CLIENT_CERT', 'CLIENT_KEY', 'CLIENT_KEY_PASSPHRASE', 'CLIENT_KEY_PASSPHRASE_FILE'],
].map((name) => `DICOMWEB_${name}`);

/** Variables with which a client authenticates itself, and those of its certificate and of header fields, which may stand beside them. */
const WAYS = /^DICOMWEB_(TOKEN|USER|PASSWORD|OAUTH)(_|$)/;
const CERTIFICATE = /^DICOMWEB_CLIENT_(CERT|KEY)(_|$)/;
const HEADERS = /^DICOMWEB_HEADERS(_|$)/;

function isSet(env: Environment, group: RegExp): boolean {
  return Object.keys(env).some((name) => group.test(name) && env[name]);
}

/** Proxies, as `proxiesIn` reads them. */
const PROXY = /^(https?|no)_proxy$/i;

/** The environment without what authenticates a client, for one that is told otherwise. */
export function withoutCredentials(env: Environment): Environment {
  return without(without(env, WAYS), HEADERS);
}

/** The environment without the certificate of a client. */
export function withoutCertificate(env: Environment): Environment {
  return without(env, CERTIFICATE);
}

/** The environment without proxies. */
export function withoutProxies(env: Environment): Environment {
  return without(env, PROXY);
}

function without(env: Environment, group: RegExp): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !group.test(name)));
}

/** Names of the variables of the environment that hold credentials, or say where they are. */
export function credentialVariablesIn(env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => env[name] && [WAYS, HEADERS, CERTIFICATE].some((group) => group.test(name)))
    .sort();
}

/**
 * The environment with the credentials that a configuration file refers to. Where the environment has a way to
 * authenticate of its own, a certificate or header fields, those of the file do not count.
 *
 * @throws CommandError that names a variable that is not set.
 */
export function withReferences(env: Environment, references: CredentialReferences = {}): Environment {
  const groupOf = (name: string): RegExp =>
    name.startsWith('client') ? CERTIFICATE : name === 'headers' ? HEADERS : WAYS;
  const counting = Object.entries(references).filter(([name]) => !isSet(env, groupOf(name)));
  return { ...env, ...Object.fromEntries(variablesOf(Object.fromEntries(counting), env)) };
}

/** The value of a variable that the configuration names. @throws CommandError when it is not set. */
export function requiredVariable(variable: string, env: Environment): string {
  const value = env[variable];
  if (value !== undefined && value !== '') return value;
  throw new CommandError(`the variable ${variable}, which the configuration names, is not set`);
}
