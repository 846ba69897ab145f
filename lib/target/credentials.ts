import { CommandError } from '../errors/exit-codes.ts';
import { readCheckedJson, readUserFile, schemaCheck } from './checked-json.ts';
import type { Credentials, HeaderFields } from './target.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const TOKEN = /^[\x21-\x7e]+$/;
const FIELD_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Fields that frame the message; a configured value would break every request. */
const FRAMING = new Set(['host', 'content-length', 'transfer-encoding', 'connection', 'content-type', 'accept']);

const headersCheck = schemaCheck<Record<string, string>>({
  type: 'object',
  minProperties: 1,
  additionalProperties: { type: 'string' },
});

/** How the environment variables are put together, for messages. */
const WAYS = 'DICOMWEB_TOKEN, DICOMWEB_TOKEN_FILE, DICOMWEB_USER with DICOMWEB_PASSWORD, or DICOMWEB_HEADERS_FILE';

/**
 * Credentials from the environment, or from a file that the environment names; never from a command line, which other
 * users of the machine can read. No message repeats a value.
 *
 * @throws CommandError when more than one way is used, or a value cannot stand in a header field.
 */
export function resolveCredentials(env: Environment): Credentials {
  const set = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const token = set('DICOMWEB_TOKEN');
  const tokenFile = set('DICOMWEB_TOKEN_FILE');
  const user = set('DICOMWEB_USER');
  const password = set('DICOMWEB_PASSWORD');
  const headersFile = set('DICOMWEB_HEADERS_FILE');
  const ways = [token, tokenFile, user ?? password, headersFile].filter((value) => value !== undefined);
  if (ways.length > 1)
    throw new CommandError('credentials are given in more than one way', undefined, `Set one of ${WAYS}.`);
  if (token !== undefined) return bearer(token, 'DICOMWEB_TOKEN');
  if (tokenFile !== undefined) return bearer(readUserFile(tokenFile, 'token file'), `token file ${tokenFile}`);
  if (headersFile !== undefined) {
    const headers = Object.entries(readCheckedJson(headersFile, 'headers file', headersCheck()));
    return { kind: 'headers', headers: checkedHeaders(headers, `headers file ${headersFile}`) };
  }
  if (user === undefined && password === undefined) return { kind: 'none' };
  if (user === undefined || password === undefined) {
    const missing = user === undefined ? 'DICOMWEB_USER' : 'DICOMWEB_PASSWORD';
    throw new CommandError(
      `${missing} is not set`,
      undefined,
      'Basic authentication needs DICOMWEB_USER and DICOMWEB_PASSWORD.',
    );
  }
  if (user.includes(':'))
    throw new CommandError('DICOMWEB_USER holds a colon, which Basic authentication cannot carry');
  return { kind: 'basic', user, password };
}

/**
 * Header fields that may be sent as given.
 *
 * @throws CommandError that names the source and the field, not the value.
 */
export function checkedHeaders(headers: HeaderFields, source: string): HeaderFields {
  for (const [name, value] of headers) {
    if (!FIELD_NAME.test(name)) throw new CommandError(`${source}: ${JSON.stringify(name)} is no header field name`);
    if (FRAMING.has(name.toLowerCase())) throw new CommandError(`${source}: the harness sets ${name} itself`);
    if (!FIELD_VALUE.test(value))
      throw new CommandError(`${source}: the value of ${name} holds a character that no header may`);
  }
  return headers;
}

function bearer(text: string, source: string): Credentials {
  const token = text.trim().replace(/^Bearer +/i, '');
  if (token === '') throw new CommandError(`${source} is empty`);
  if (!TOKEN.test(token))
    throw new CommandError(`${source} is no token: it holds a space or a character outside of ASCII`);
  return { kind: 'bearer', token };
}
