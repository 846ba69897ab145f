import { dirname, resolve } from 'node:path';
import { CommandError } from '../errors/exit-codes.ts';
import { readCheckedJson, schemaCheck } from './checked-json.ts';
import { checkedHeaders, resolveCredentials } from './credentials.ts';
import { loadProfile, PROFILE_NAMES } from './profiles.ts';
import type { ServiceRoots, Stated, Target } from './target.ts';
import schema from './target-file.schema.json' with { type: 'json' };

/** A target as the user names it. */
export interface TargetInput {
  /** Base URL. */
  readonly target?: string;
  /** JSON file with the base URL and whatever else the server needs. */
  readonly targetFile?: string;
  /** Name or file of a profile; goes before the file's own. */
  readonly profile?: string;
  /** Longest wait for the next byte, in milliseconds; goes before the file's own. */
  readonly timeoutMs?: number;
  readonly embedded: boolean;
  /** Set where the run may only read. */
  readonly isReadOnly?: true;
  /** Product, version, environment and tester; each goes before the file's own. */
  readonly stated?: Stated;
}

interface TargetFile extends Stated {
  readonly baseUrl: string;
  readonly roots?: Partial<ServiceRoots>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly profile?: string;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const targetFileCheck = schemaCheck<TargetFile>(schema);

/**
 * Puts a target together from flags, file and environment.
 *
 * @throws CommandError (exit code 2) that names the flag, variable, file or field that is wrong, without its secrets.
 */
export function resolveTarget(input: TargetInput, env: Readonly<Record<string, string | undefined>>): Target {
  if (input.target !== undefined && input.targetFile !== undefined) {
    throw new CommandError('--target and --target-file were both given', undefined, 'Give one of them.');
  }
  const file =
    input.targetFile === undefined ? null : readCheckedJson(input.targetFile, 'target file', targetFileCheck());
  const given = file?.baseUrl ?? input.target;
  if (given === undefined)
    throw new CommandError('no target was given', undefined, 'Give --target URL or --target-file FILE.');
  const source = input.targetFile === undefined ? '--target' : `target file ${input.targetFile}`;
  const baseUrl = serviceUrl(given, file ? `${source}: /baseUrl` : source);
  const root = (service: keyof ServiceRoots): string => {
    const url = file?.roots?.[service];
    return url === undefined ? baseUrl : serviceUrl(url, `${source}: /roots/${service}`);
  };
  return {
    baseUrl,
    roots: { store: root('store'), retrieve: root('retrieve'), search: root('search'), delete: root('delete') },
    credentials: resolveCredentials(env),
    extraHeaders: checkedHeaders(Object.entries(file?.headers ?? {}), `${source}: /headers`),
    timeoutMs: input.timeoutMs ?? file?.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    profile: loadProfile(input.profile ?? besideFile(file?.profile, input.targetFile) ?? 'standard'),
    embedded: input.embedded,
    ...(input.isReadOnly ? { isReadOnly: true } : {}),
    stated: statedBy(input.stated ?? {}, file ?? {}),
  };
}

/** Longest text that a report has room for. */
const LONGEST_STATED = 200;

/** What flags say of the product and of the test, then what the file does; an empty text says nothing. */
function statedBy(flags: Stated, file: Stated): Stated {
  const names = ['product', 'productVersion', 'environment', 'tester'] as const;
  const said = names.map((name) => [name, (flags[name] ?? file[name] ?? '').trim()] as const);
  const long = said.find(([, text]) => text.length > LONGEST_STATED);
  if (long) throw new CommandError(`${long[0]} has more than ${LONGEST_STATED} characters`);
  return Object.fromEntries(said.filter(([, text]) => text !== ''));
}

/** A profile that a target file names by path lies relative to that file. */
function besideFile(profile: string | undefined, targetFile: string | undefined): string | undefined {
  if (profile === undefined || targetFile === undefined || PROFILE_NAMES.includes(profile)) return profile;
  return /[/\\]|\.json$/i.test(profile) ? resolve(dirname(targetFile), profile) : profile;
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
