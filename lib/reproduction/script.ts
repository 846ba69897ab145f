import { headerValue, isRedirect } from '../http/exchange.ts';
import { REDACTED } from '../http/redaction.ts';
import type { Sighting } from '../results/first-cause.ts';
import type { ExchangeRecord } from '../results/results.ts';
import { type Check, checkOf } from './check.ts';
import type { KeptBodies, RunFacts } from './evidence.ts';
import { type Link, linkTo } from './link.ts';
import { quoted } from './quoted.ts';
import { type Change, changeOf, changesBefore, studiesOf } from './sequence.ts';

/** A script that repeats a finding, or why there is none. */
export type Script = { readonly text: string } | { readonly why: string };

/** Name of the file beside the scripts that all of them read. */
export const SHARED_FILE = 'steps.sh';

/** Fields that curl makes itself, that hold for one connection, or that carry credentials. */
const LEFT_OUT = new Set(['host', 'content-length', 'connection', 'user-agent']);

/** What a script says of itself. */
interface Heading {
  /** Its path below the folder of the run. */
  readonly file: string;
  /** Lines about the finding, without control characters. */
  readonly comments: readonly string[];
}

/**
 * The script of a finding: stores what it needs, asks once and looks whether the breach is there. It lies in a folder of
 * the run, whose evidence it sends again. Every byte of a server in it is quoted.
 */
export function scriptOf(results: RunFacts, sighting: Sighting, bodies: KeptBodies, heading: Heading): Script {
  const check = checkOf(results, sighting, bodies);
  if (typeof check === 'string') return { why: check };
  const link = linkTo(results, check.asked, sighting.breach, bodies);
  const asked = link?.from ?? check.asked;
  const changes = changesBefore(results, asked, bodies);
  const itself = changeOf(asked, bodies);
  const all = itself ? [...changes, itself] : changes;
  const sent = [
    ...all.map(({ exchange }) => exchange),
    asked,
    check.asked,
    ...(check.mistakenFor ? [check.mistakenFor] : []),
  ];
  const lost = notKept(sent, check.asked, bodies);
  if (lost !== null) return { why: lost };
  try {
    const lines = [
      '#!/usr/bin/env bash',
      ...heading.comments.map((line) => `# ${line}`),
      `# Usage: bash ${heading.file} [URL of another server]. Credentials come from the environment: DICOMWEB_TOKEN, or`,
      '# DICOMWEB_USER with DICOMWEB_PASSWORD, and DICOMWEB_CLIENT_CERT with DICOMWEB_CLIENT_KEY; DICOMWEB_CA names a private',
      '# authority, and HTTPS_PROXY or HTTP_PROXY a proxy. Exits with 0 FIXED, 1 STILL BROKEN or 5 CANNOT TELL, and deletes what it stored where the server offers that.',
      'set -eu',
      'cd "$(dirname "$0")/.."',
      `. tickets/${SHARED_FILE}`,
      ...secretHeaders(sent),
      ...trustLines(results.target),
      `server ${quoted(results.target.baseUrl)} "$@"`,
      ...unusedLines(all),
      ...changes.flatMap((change, index) => [
        ...(isFirstDelete(changes, index) && asked.request.method === 'GET' && !link
          ? ['# what the server may remember when it is asked again', ask(results, asked)]
          : []),
        ...changeLines(results, change),
        ...(isLastStore(changes, index) && isWaitedFor(check, itself) ? ['settle'] : []),
      ]),
      ...askLines(results, check, link, itself),
      `${check.waits ? 'WAITING=1 ' : ''}${check.words.map(quoted).join(' ')}`,
    ];
    return { text: `${lines.join('\n')}\n` };
  } catch (error) {
    if (error instanceof RangeError) return { why: error.message };
    throw error;
  }
}

/** Whom the run trusted, where the environment says nothing else. */
function trustLines({ unverified, authoritiesFile }: RunFacts['target']): string[] {
  return [
    ...(authoritiesFile === undefined ? [] : [`DICOMWEB_CA=\${DICOMWEB_CA:-${quoted(authoritiesFile)}}`]),
    ...(unverified ? ['UNVERIFIED=1'] : []),
  ];
}

/** Why a script cannot do without a body that the run did not keep; null where all are there. */
function notKept(sent: readonly ExchangeRecord[], asked: ExchangeRecord, bodies: KeptBodies): string | null {
  const lost = sent.find(({ request: { body } }) => body !== null && bodies.open(body) === null);
  if (lost) return `the body of the request ${lost.id} was not kept`;
  const answer = asked.response?.body ?? null;
  return answer !== null && bodies.open(answer) === null ? `the answer ${asked.id} was not kept` : null;
}

function isLastStore(changes: readonly Change[], index: number): boolean {
  const next = changes[index + 1];
  return changes[index]?.deletes === null && (next === undefined || next.deletes !== null);
}

function isFirstDelete(changes: readonly Change[], index: number): boolean {
  return changes.findIndex(({ deletes }) => deletes !== null) === index;
}

/** Whether what was stored has to be seen before the script goes on: not where being unseen may be the breach. */
function isWaitedFor({ waits, afterSeconds }: Check, itself: Change | null): boolean {
  return !waits && afterSeconds === undefined && itself?.deletes !== null;
}

function unusedLines(changes: readonly Change[]): string[] {
  const studies = new Set(changes.filter(({ deletes }) => deletes === null).flatMap(studiesOf));
  if (studies.size === 0) return [];
  const below = new Set(changes.flatMap(({ stores }) => stores.flatMap(({ series, instance }) => [series, instance])));
  return [`stores ${[...below].map(quoted).join(' ')}`, `unused ${[...studies].map(quoted).join(' ')}`];
}

function changeLines(results: RunFacts, change: Change): string[] {
  return [...before(change), ask(results, change.exchange)];
}

/** What is said or looked at before a store or a delete. */
function before(change: Change): string[] {
  const { deletes, stores } = change;
  if (deletes?.instance) return [];
  if (deletes)
    return [`alone ${quoted(`/studies/${deletes.study}${deletes.series ? `/series/${deletes.series}` : ''}`)}`];
  const owned = stores.flatMap(({ study, series, instance }) => {
    const studies = new Set([study, ...studiesOf({ ...change, stores: [] })]);
    return [...studies].map((one) => `owns ${[one, series, instance].map(quoted).join(' ')}`);
  });
  return change.isOpaque ? [...owned, 'opaque'] : owned;
}

function askLines(
  results: RunFacts,
  { asked, afterSeconds, mistakenFor }: Check,
  link: Link | null,
  itself: Change | null,
): string[] {
  const first = mistakenFor ? [ask(results, mistakenFor), 'remember'] : [];
  const waits = afterSeconds === undefined ? [] : [`sleep ${afterSeconds}`];
  if (!link) return [...(itself ? before(itself) : []), ...first, ...waits, ask(results, asked)];
  return [
    ...(itself ? changeLines(results, itself) : [ask(results, link.from)]),
    ...(link.take === null ? [] : [link.take]),
    ask(results, asked, link.isUrl ? '"$LINK"' : undefined, link.option),
  ];
}

/** The line that sends a request again. */
function ask(results: RunFacts, exchange: ExchangeRecord, url?: string, option?: string): string {
  const { request, earlier } = exchange;
  const { method, body, headers } = request;
  const words = [url ?? urlWord(results, request.url), ...versionWords(exchange)];
  if (earlier?.some(isRedirect)) words.push('-L');
  if (method === 'HEAD') words.push('-X', 'HEAD', '-H', quoted('Connection: close'));
  else if (method !== 'GET' || body) words.push('-X', quoted(method));
  for (const [name, value] of headers) {
    if (LEFT_OUT.has(name.toLowerCase()) || isSecret([name, value])) continue;
    // The entity tag of an earlier answer is taken from what that request is answered now.
    if (option && name.toLowerCase() === 'if-none-match') continue;
    words.push('-H', quoted(value === '' ? `${name};` : `${name}: ${value}`));
  }
  // Fields that curl would send of its own accord.
  if (headerValue(headers, 'accept') === null) words.push('-H', 'Accept:');
  if (body && body.length > 0) {
    if (headerValue(headers, 'content-type') === null) words.push('-H', 'Content-Type:');
    words.push('-H', 'Expect:', '--data-binary', quoted(`@${body.file}`));
  }
  if (option) words.push('-H', option);
  const isOurs = request.url.startsWith(`${results.target.baseUrl}/`);
  const isAnonymous = isOurs && results.target.authentication !== 'none' && !headers.some(isSecret);
  return `${isAnonymous ? 'ANONYMOUS=1 ' : ''}ask curl ${words.join(' ')}`;
}

/** The version of HTTP that was spoken, where curl might choose another one. */
function versionWords({ request, response }: ExchangeRecord): string[] {
  const isSecure = request.url.startsWith('https:');
  // Without TLS it reaches the server through a tunnel of the proxy, if there is one.
  if (response?.httpVersion === '2') return isSecure ? [] : ['--http2-prior-knowledge', '--proxytunnel'];
  return isSecure && response ? ['--http1.1'] : [];
}

function isSecret([, value]: readonly [string, string]): boolean {
  return value.includes(REDACTED);
}

/** Fields with a secret that are no Authorization: their values stand in variables of the environment. */
function secretHeaders(sent: readonly ExchangeRecord[]): string[] {
  const names = sent.flatMap(({ request }) => request.headers.filter(isSecret).map(([name]) => name));
  const own = [...new Set(names)].filter((name) => !/^authorization$/i.test(name) && /^[\w-]+$/.test(name));
  return own.length === 0 ? [] : [`SECRET_HEADERS=${quoted(own.join(' '))}`];
}

function urlWord({ target: { baseUrl } }: RunFacts, url: string): string {
  if (!url.startsWith(`${baseUrl}/`)) return quoted(url);
  const rest = url.slice(baseUrl.length);
  return /^[\w/.:;=?&%,+*~@^-]*$/.test(rest) ? `"$BASE${rest}"` : `"$BASE"${quoted(rest)}`;
}
