import { echoedSecrets } from '../connection/settings.ts';
import type { Credentials, Target } from '../target/target.ts';
import { type BodyMask, createBodyMask } from './body-mask.ts';
import type { Header } from './exchange.ts';

/** Keeps secrets out of everything that is recorded. Applying it twice changes nothing more. */
export interface Redactor {
  /** Values of fields that carry credentials become `***` (an authorization scheme stays), and so do secrets elsewhere. */
  headers(headers: readonly Header[]): Header[];
  /** Every configured secret in a text, plain or percent-encoded or as a JSON string, becomes `***`. */
  text(text: string): string;
  /** A mask for one body as it streams in; see {@link createBodyMask}. */
  bodyMask(): BodyMask;
}

export const REDACTED = '***';

/** What the harness sends for credentials that are wrong on purpose. It is no secret, and may be read everywhere. */
export const WRONG_ON_PURPOSE = 'wrong-on-purpose';
const WRONG_VALUES = [WRONG_ON_PURPOSE, base64(`${WRONG_ON_PURPOSE}:${WRONG_ON_PURPOSE}`)];

/** Fields of the same names as those of the credentials, with values that no server can know. */
export function wrongCredentialHeaders(credentials: Credentials): Header[] {
  const [plain = '', pair = ''] = WRONG_VALUES;
  switch (credentials.kind) {
    case 'none':
      return [];
    case 'bearer':
    case 'tokens':
      return [['Authorization', `Bearer ${plain}`]];
    case 'basic':
      // No name of an account: wrong passwords lock one.
      return [['Authorization', `Basic ${pair}`]];
    case 'headers':
      return credentials.headers.map(([name]) => [name, plain]);
  }
}

function isWrongOnPurpose(value: string): boolean {
  return WRONG_VALUES.includes(value.replace(SCHEME_PREFIX, ''));
}

/** Fields whose value is a credential by their name, whatever the configuration says. */
const CREDENTIAL_FIELD =
  /^(proxy-)?authorization$|^(set-)?cookie2?$|(^|[-_])(token|secret|password|api-?key|subscription-key|session)([-_]|$)/i;
const SCHEME_PREFIX = /^[A-Za-z][A-Za-z0-9-]* +/;
const SCHEME = /^(Basic|Bearer|Digest|Negotiate|SharedKey|AWS4-HMAC-SHA256) +\S/i;

/** In what is judged byte by byte a secret has to be so long that nothing but an echo can hold it. */
const SHORTEST_WHERE_JUDGED = 16;
const SHORTEST = 4;
/** Words that every exchange is made of: a password among them cannot be told from them, and a mask would betray it. */
const VOCABULARY = [
  'HTTP/1.1 application/dicom+json application/dicom+xml multipart/related type boundary transfer-syntax charset=utf-8',
  'application/octet-stream text/html text/plain image/jpeg image/png chunked keep-alive close gzip dicomweb DICOM',
  'studies series instances metadata frames rendered bulkdata pixeldata thumbnail',
].join(' ');

/** Whether a header field carries a credential by its name. */
export function isCredentialField(name: string): boolean {
  return CREDENTIAL_FIELD.test(name);
}

/** Header fields that authenticate a request; empty without credentials, and as long as no token was fetched. */
export function credentialHeaders(credentials: Credentials): Header[] {
  switch (credentials.kind) {
    case 'none':
      return [];
    case 'bearer':
      return [['Authorization', `Bearer ${credentials.token}`]];
    case 'tokens': {
      const { last } = credentials.tokens;
      return last === null ? [] : [['Authorization', `Bearer ${last}`]];
    }
    case 'basic':
      return [['Authorization', `Basic ${base64(`${credentials.user}:${credentials.password}`)}`]];
    case 'headers':
      return [...credentials.headers];
  }
}

/**
 * A redactor for the target's credentials and for those of its extra header fields that carry one by their name.
 * Secrets of fewer than `shortest` characters are hidden in their own header fields, but not searched for elsewhere;
 * neither are those that are part of `publicText`, such as the base URL. `moreSecrets` are hidden wherever they stand.
 */
export function createRedactor(
  credentials: Credentials,
  extraHeaders: readonly Header[] = [],
  publicText = '',
  shortest: number = SHORTEST,
  moreSecrets: readonly string[] = [],
): Redactor {
  const secretFields = [
    ...(credentials.kind === 'headers' ? credentials.headers : []),
    ...extraHeaders.filter(([, value]) => moreSecrets.includes(value)),
  ];
  const secretNames = new Set(secretFields.map(([name]) => name.toLowerCase()));
  const known = `${VOCABULARY} ${publicText}`;
  let forms: readonly string[] = [];
  let tokens = -1;
  /** Longest first. Tokens come while the run goes on, and an old one is as secret as the last. */
  const formsNow = (): readonly string[] => {
    const seen = credentials.kind === 'tokens' ? credentials.tokens.seen.size : 0;
    if (seen === tokens) return forms;
    tokens = seen;
    const secrets = [...secretsOf(credentials, extraHeaders), ...moreSecrets];
    const searched = secrets.filter((secret) => !known.includes(secret));
    forms = [...new Set(searched.flatMap(writtenForms))].sort((left, right) => right.length - left.length);
    return forms;
  };
  const text = (value: string): string =>
    formsNow().reduce((result, form) => (form.length < shortest ? result : result.replaceAll(form, REDACTED)), value);
  return {
    text,
    headers: (headers) =>
      headers.map(([name, value]) => {
        if (isWrongOnPurpose(value)) return [name, value];
        if (!isCredentialField(name) && !secretNames.has(name.toLowerCase())) return [name, text(value)];
        const scheme = /authorization$/i.test(name) ? SCHEME.exec(value)?.[1] : undefined;
        return [name, scheme ? `${scheme} ${REDACTED}` : REDACTED];
      }),
    bodyMask: () =>
      createBodyMask(
        formsNow()
          .map((form) => Buffer.from(form))
          .filter(({ length }) => length >= SHORTEST_WHERE_JUDGED),
      ),
  };
}

/** The redactor of everything that is shown or kept of exchanges with a target. */
export function redactorFor(target: Target): Redactor {
  return redactorOf(target, SHORTEST);
}

/** The redactor of what is judged byte by byte: only what nothing but an echo can hold is overwritten. */
export function judgingRedactorFor(target: Target): Redactor {
  return redactorOf(target, SHORTEST_WHERE_JUDGED);
}

function redactorOf(target: Target, shortest: number): Redactor {
  const { credentials, extraHeaders, connection, secrets = [] } = target;
  const echoed = connection === undefined ? [] : echoedSecrets(connection);
  return createRedactor(credentials, extraHeaders, publicTextOf(target), shortest, [...echoed, ...secrets]);
}

/** What everybody who reads a report may see of a target: its URLs. */
function publicTextOf(target: Target): string {
  return [target.baseUrl, ...Object.values(target.roots)].join(' ');
}

function secretsOf(credentials: Credentials, extraHeaders: readonly Header[]): string[] {
  const extra = extraHeaders.filter(([name]) => isCredentialField(name)).map(([, value]) => value);
  switch (credentials.kind) {
    case 'none':
      return extra;
    case 'bearer':
      return [...extra, credentials.token];
    case 'tokens':
      return [...extra, ...credentials.tokens.seen];
    case 'basic':
      return [...extra, credentials.password, base64(`${credentials.user}:${credentials.password}`)];
    case 'headers':
      return [...extra, ...credentials.headers.flatMap(([, value]) => [value, value.replace(SCHEME_PREFIX, '')])];
  }
}

/** The ways in which a server may write a value back. */
function writtenForms(secret: string): string[] {
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64(secret)].filter(
    (form) => form !== '',
  );
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
