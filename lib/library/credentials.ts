import { suggestionFor } from '../errors/did-you-mean.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { requiredVariable } from '../target/credential-references.ts';
import { readSecret } from '../target/credentials.ts';

/** A secret: the text itself, or the variable of the environment or the file that holds it. */
export type Secret = string | { readonly env: string } | { readonly file: string };

/** How requests are authenticated. In place of the credentials in the environment, `none` as well. */
export type CredentialOptions =
  | { readonly kind: 'none' }
  /** A file is read again when it changes and after a 401, a command is run again before its token ends and after a 401. */
  | { readonly kind: 'bearer'; readonly token: Secret | { readonly command: string } }
  | { readonly kind: 'basic'; readonly user: string; readonly password: Secret }
  /** OAuth 2 client credentials (RFC 6749 §4.4). */
  | {
      readonly kind: 'oauth';
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly clientSecret: Secret;
      readonly scope?: string;
    }
  /** Header fields whose values are secrets. */
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string>> };

/** Shown to a server that asks for it (mutual TLS), beside any credentials. Texts are PEM. */
export interface ClientCertificateOptions {
  readonly certificate: Secret;
  /** Not needed where the PEM of the certificate holds the key as well. */
  readonly key?: Secret;
  readonly passphrase?: Secret;
}

/** In place of the proxies in the environment; `{}` for none. */
export interface ProxyOptions {
  /** For http: URLs, such as `http://user:password@proxy.example:3128`. */
  readonly http?: string;
  /** For https: URLs. */
  readonly https?: string;
  /** Hosts that are reached directly, as NO_PROXY names them. */
  readonly bypass?: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Fields of each kind of credentials beside `kind`, and the variables that they stand for. */
const FIELDS = {
  none: {},
  bearer: { token: 'DICOMWEB_TOKEN' },
  basic: { user: 'DICOMWEB_USER', password: 'DICOMWEB_PASSWORD' },
  oauth: {
    tokenUrl: 'DICOMWEB_OAUTH_TOKEN_URL',
    clientId: 'DICOMWEB_OAUTH_CLIENT_ID',
    clientSecret: 'DICOMWEB_OAUTH_CLIENT_SECRET',
    scope: 'DICOMWEB_OAUTH_SCOPE',
  },
  headers: { headers: 'DICOMWEB_HEADERS' },
} as const satisfies Record<CredentialOptions['kind'], Readonly<Record<string, string>>>;

const CERTIFICATE = {
  certificate: 'DICOMWEB_CLIENT_CERT',
  key: 'DICOMWEB_CLIENT_KEY',
  passphrase: 'DICOMWEB_CLIENT_KEY_PASSPHRASE',
} as const satisfies Record<keyof ClientCertificateOptions, string>;

/** What is a text is PEM. */
const PEM_VARIABLES: readonly string[] = [CERTIFICATE.certificate, CERTIFICATE.key];

const PROXIES = { http: 'http_proxy', https: 'https_proxy' } as const;

/** Fields that may be left out. */
const OPTIONAL: readonly string[] = ['scope', 'key', 'passphrase'];

/** The option that stands for each variable, for messages: a name that holds another goes before it. */
export const OPTION_OF_VARIABLE: readonly (readonly [variable: string, option: string])[] = [
  ...Object.values(FIELDS).flatMap((fields) => named(fields, 'credentials')),
  ...named(CERTIFICATE, 'clientCertificate'),
  ...named(PROXIES, 'proxy'),
].sort(([one], [other]) => other.length - one.length);

function named(fields: Readonly<Record<string, string>>, option: string): (readonly [string, string])[] {
  return Object.entries(fields).map(([field, variable]) => [variable, `${option}.${field}`] as const);
}

/**
 * The variables that credentials stand for. They are handed to the processes of a run as its environment, and nothing
 * writes them.
 *
 * @throws CommandError that names the field which is missing or wrong, without its value.
 */
export function variablesOfCredentials(credentials: CredentialOptions, env: Environment): Record<string, string> {
  const { kind, ...given } = credentials;
  if (!Object.hasOwn(FIELDS, kind ?? '')) {
    throw new CommandError('credentials.kind is none that is known', undefined, suggestionFor(String(kind), KINDS));
  }
  return variablesOf('credentials', given, FIELDS[kind], env);
}

const KINDS = Object.keys(FIELDS);

/** The variables that a client certificate stands for. @throws CommandError as `variablesOfCredentials` does. */
export function variablesOfCertificate(given: ClientCertificateOptions, env: Environment): Record<string, string> {
  return variablesOf('clientCertificate', given, CERTIFICATE, env);
}

/** The variables that proxies stand for. @throws CommandError as `variablesOfCredentials` does. */
export function variablesOfProxy({ bypass = [], ...given }: ProxyOptions, env: Environment): Record<string, string> {
  return { ...variablesOf('proxy', given, PROXIES, env), no_proxy: bypass.join(',') };
}

function variablesOf(
  option: string,
  given: object,
  fields: Readonly<Record<string, string>>,
  env: Environment,
): Record<string, string> {
  const unknown = Object.keys(given).find((field) => !Object.hasOwn(fields, field));
  if (unknown !== undefined) {
    const hint = suggestionFor(unknown, Object.keys(fields));
    throw new CommandError(`${option} has the unknown field ${JSON.stringify(unknown)}`, undefined, hint);
  }
  const entries = Object.entries(fields).flatMap(([field, variable]): (readonly [string, string])[] => {
    const value: unknown = (given as Readonly<Record<string, unknown>>)[field];
    const isOptional = OPTIONAL.includes(field) || option === 'proxy';
    return value === undefined && isOptional ? [] : [variableOf(`${option}.${field}`, variable, value, env)];
  });
  return Object.fromEntries(entries);
}

/** A value that is empty was not set: without it the run would go without credentials, and be judged by its 401. */
function variableOf(option: string, variable: string, value: unknown, env: Environment): readonly [string, string] {
  const isObject = typeof value === 'object' && value !== null;
  if (variable === 'DICOMWEB_HEADERS' && isObject) return [variable, JSON.stringify(value)];
  const secret = (isObject ? value : { text: value }) as Readonly<Record<string, unknown>>;
  const [[form = '', text] = [], ...others] = Object.entries(secret);
  if (typeof text !== 'string' || text === '' || others.length > 0) {
    throw new CommandError(`${option} is not set`, undefined, `Give a text, { env: 'NAME' } or { file: 'PATH' }.`);
  }
  // The variable may name a file as well: a key without its frame would be taken for a name, and shown in a message.
  if (form === 'text' && PEM_VARIABLES.includes(variable) && !text.includes('-----BEGIN')) {
    throw new CommandError(`${option} is no PEM`, undefined, `A file is named by { file: 'PATH' }.`);
  }
  if (form === 'text') return [variable, text];
  if (form === 'env') return [variable, requiredVariable(text, env)];
  if (form === 'command' && variable === 'DICOMWEB_TOKEN') return ['DICOMWEB_TOKEN_COMMAND', text];
  if (form !== 'file') throw new CommandError(`${option} has the unknown field ${JSON.stringify(form)}`);
  return variable === 'DICOMWEB_TOKEN' ? ['DICOMWEB_TOKEN_FILE', text] : [variable, readSecret(text, option)];
}
