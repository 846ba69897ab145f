import { CommandError } from '../errors/exit-codes.ts';
import { type ConnectionInput, resolveConnection } from './connection.ts';
import { type CredentialReferences, requiredVariable, withReferences } from './credential-references.ts';
import { checkedHeaders, headersBeside, refuseSecondAuthorization, resolveCredentials } from './credentials.ts';
import { loadProfile } from './profiles.ts';
import type { Credentials, HeaderFields, ServiceRoots, Stated, Target } from './target.ts';

/** A target as the user names it, without a secret in it. */
export interface TargetInput extends ConnectionInput {
  /** Base URL. */
  readonly target?: string;
  /** Base URLs of the services for which it is another one. */
  readonly roots?: Partial<ServiceRoots>;
  /** Sent with every request: texts that are no secrets, or the names of the variables that hold them. */
  readonly headers?: Readonly<Record<string, string | { readonly env: string }>>;
  readonly credentials?: CredentialReferences;
  /** File that says roots and headers, for messages. */
  readonly file?: string;
  /** What says the base URL, for messages, where it is not the flag. */
  readonly urlSource?: string;
  /** Name or file of a profile. */
  readonly profile?: string;
  /** Longest wait for the next byte, in milliseconds. */
  readonly timeoutMs?: number;
  readonly embedded: boolean;
  /** Set where the run may only read. */
  readonly isReadOnly?: true;
  /** Product, version, environment and tester. */
  readonly stated?: Stated;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Puts a target together from what the user says of it and the environment.
 *
 * @throws CommandError (exit code 2) that names the flag, variable, file or field that is wrong, without its secrets.
 */
export function resolveTarget(input: TargetInput, env: Environment): Target {
  if (input.target === undefined) {
    throw new CommandError('no target was given', undefined, 'Give --target URL, or target.url in the configuration.');
  }
  const baseUrl = serviceUrl(input.target, input.urlSource ?? '--target');
  const root = (service: keyof ServiceRoots): string => {
    const url = input.roots?.[service];
    return url === undefined ? baseUrl : serviceUrl(url, placeOf(input, `roots/${service}`));
  };
  const roots = {
    store: root('store'),
    retrieve: root('retrieve'),
    search: root('search'),
    delete: root('delete'),
  };
  const own = withReferences(env, input.credentials);
  const connection = resolveConnection(input, input.embedded ? {} : own, Object.values(roots));
  const credentials = resolveCredentials(own, connection);
  const beside = headersBeside(credentials, own);
  const inVariables = Object.values(input.headers ?? {}).flatMap((value) =>
    typeof value === 'string' ? [] : [requiredVariable(value.env, env)],
  );
  return {
    baseUrl,
    roots,
    credentials,
    connection,
    extraHeaders: withoutDoubles(credentials, extraHeaders(input, credentials, env), beside, placeOf(input, 'headers')),
    secrets: [...inVariables, ...beside.map(([, value]) => value)],
    timeoutMs: input.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    profile: loadProfile(input.profile ?? 'standard'),
    embedded: input.embedded,
    ...(input.isReadOnly ? { isReadOnly: true } : {}),
    stated: statedBy(input.stated ?? {}),
  };
}

/** Names of fields that hold secrets: as texts in a configuration they would be read by everybody who sees it. */
const SECRET_FIELD = /authorization|cookie|token|secret|passw|api-?key|session|credential/i;

/** A field of the target as messages name it: in the file that says it, or among the options of the library. */
function placeOf({ file }: TargetInput, field: string): string {
  return file === undefined ? `target/${field}` : `${file}: /target/${field}`;
}

function extraHeaders(input: TargetInput, credentials: Credentials, env: Environment): Target['extraHeaders'] {
  const { headers = {}, file } = input;
  const secret = Object.entries(headers).find(([name, value]) => typeof value === 'string' && SECRET_FIELD.test(name));
  if (secret) {
    throw new CommandError(
      `${placeOf(input, 'headers')}: ${secret[0]} seems to hold a secret`,
      undefined,
      file === undefined
        ? `Give it in credentials: { kind: 'headers', headers: { … } }.`
        : `Write { "env": "NAME" } with the name of the variable that holds it, or set DICOMWEB_HEADERS_FILE.`,
    );
  }
  const values = Object.entries(headers).map(
    ([name, value]) => [name, typeof value === 'string' ? value : requiredVariable(value.env, env)] as const,
  );
  refuseSecondAuthorization(credentials, values, placeOf(input, 'headers'));
  return checkedHeaders(values, placeOf(input, 'headers'));
}

/** @throws CommandError for a field that the configuration and the headers file both have: a server would see two. */
function withoutDoubles(
  credentials: Credentials,
  configured: HeaderFields,
  beside: HeaderFields,
  place: string,
): HeaderFields {
  const inFile = credentials.kind === 'headers' ? credentials.headers : beside;
  const names = new Set(inFile.map(([name]) => name.toLowerCase()));
  const double = configured.find(([name]) => names.has(name.toLowerCase()));
  if (double)
    throw new CommandError(`${double[0]} is in ${place}, and among the header fields of the credentials as well`);
  return [...configured, ...beside];
}

/** Longest text that a report has room for. */
const LONGEST_STATED = 200;

/** What is said of the product and of the test; an empty text says nothing. */
function statedBy(stated: Stated): Stated {
  const names = ['product', 'productVersion', 'environment', 'tester'] as const;
  const said = names.map((name) => [name, (stated[name] ?? '').trim()] as const);
  const long = said.find(([, text]) => text.length > LONGEST_STATED);
  if (long) throw new CommandError(`${long[0]} has more than ${LONGEST_STATED} characters`);
  return Object.fromEntries(said.filter(([, text]) => text !== ''));
}

/** A base URL without trailing slashes. The message never repeats the text: it might hold a password. */
function serviceUrl(text: string, source: string): string {
  let url: URL;
  try {
    url = new URL(text.trim());
    if (!text.includes('://')) throw new TypeError('no scheme');
  } catch {
    throw new CommandError(`${source} is not an absolute URL`, undefined, 'It looks like https://host/dicom-web.');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new CommandError(
      `${source} has the scheme ${url.protocol.slice(0, -1)}`,
      undefined,
      'Only http and https are spoken here.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new CommandError(
      `${source} holds a user name or password`,
      undefined,
      'Set DICOMWEB_USER and DICOMWEB_PASSWORD instead: a URL ends up in reports.',
    );
  }
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text)) {
    throw new CommandError(
      `${source} has a query or a fragment`,
      undefined,
      'Give the URL below which /studies lies, and nothing behind it.',
    );
  }
  return url.href.replace(/\/+$/, '');
}
