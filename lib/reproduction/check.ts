import type { Breach } from '../breaches/breach.ts';
import { readAll } from '../bytes/byte-source.ts';
import { headerValues } from '../http/exchange.ts';
import type { Sighting } from '../results/first-cause.ts';
import type { ExchangeRecord } from '../results/results.ts';
import type { KeptBodies, RunFacts } from './evidence.ts';
import { plainOffset } from './plain-answer.ts';
import { boundaryIn } from './stored-instances.ts';

/** What a script looks at in the end. */
export interface Check {
  /** The request whose answer is looked at. */
  readonly asked: ExchangeRecord;
  /** The function of verdicts.sh and its arguments. */
  readonly words: readonly string[];
  /** Set where the server may be slow to do what it acknowledged. */
  readonly waits?: true;
  /** A request whose answer was given instead: it is sent before. */
  readonly mistakenFor?: ExchangeRecord;
  /** Seconds that go by before the request is sent, because the breach is that something takes longer. */
  readonly afterSeconds?: number;
}

/** Longest answer in which a text is counted, in bytes: it is read as a whole. */
const LONGEST_COUNTED = 64 << 20;

/** Any success. */
const SUCCESS = '2??';

/** What a store acknowledged is nowhere: that is seen by the request that asks for it. */
const NOT_SEEN = ['acknowledged-not-stored', 'chunked-store-lost', 'stored-lost-later', 'store-after-delete-lost'];
/** What can be due to a server that has not finished yet. */
const WAITED_FOR = [...NOT_SEEN, 'stored-not-found', 'deleted-still-found', 'deleted-still-retrieved'];
/** What is right where the resource is not there: the answer then is no success. */
const SHOULD_BE_GONE = /^(delete|deleted|stray|refused-store-kept)(-|$)/;
/** What shows best in the answer as a whole, although the place of the breach is smaller. */
const IN_THE_WHOLE = ['instance-with-others', 'part-length-wrong'];
/** What is right in place of a list that is cut or made up. */
const LIST_NOT_WHOLE = ['206', '400', '404'];
/** Statuses that are right in place of the answer of the run. */
const PROPER: Readonly<Record<string, readonly string[]>> = {
  'frame-list-cut-silently': LIST_NOT_WHOLE,
  'frame-list-made-up': LIST_NOT_WHOLE,
  'study-cut-silently': ['206', '406'],
  'asked-transfer-syntax-not-used': ['406'],
  'report-rendered-as-other-type': ['406'],
};
/** Forms of a store that a server may take as well. */
const MAY_BE_TAKEN = 'store-form-badly-refused';
/** Kinds that a function of their own looks at. */
const OWN_CHECK: Readonly<Record<string, readonly string[]>> = {
  'multipart-not-closed': ['judge_closed'],
  'multipart-delimiter-cut': ['judge_closed'],
  'multipart-boundary-nowhere': ['judge_delimited'],
  'boundary-illegal': ['judge_boundary'],
  'boundary-not-quoted': ['judge_boundary'],
  'search-order-changes': ['judge_repeated'],
  'search-repeated-differs': ['judge_repeated'],
  'head-with-body': ['judge_empty'],
  'answer-incomplete': ['judge_transfer'],
};

/** How the breach of a sighting is looked for in a shell, or why it cannot be. */
export function checkOf(results: RunFacts, { breach, finding }: Sighting, bodies: KeptBodies): Check | string {
  const exchanges = new Map(results.exchanges.map((exchange) => [exchange.id, exchange]));
  const shown = exchanges.get(breach.exchange ?? '');
  if (!shown) return 'no exchange shows it';
  if (breach.code === 'answer-flaps')
    return 'the same request is answered so now and then alone, and a script asks once';
  if (breach.code === 'concurrent-store-lost')
    return 'it is seen where stores are sent at once, and a script sends one after the other';
  if (breach.code === 'store-form-lost') return 'a store of another form is looked for by its replay alone';
  const judged = finding.exchanges.flatMap((id) => exchanges.get(id) ?? []);
  const waits = WAITED_FOR.includes(breach.code) ? { waits: true as const } : {};
  if (NOT_SEEN.includes(breach.code)) {
    const lookups = judged.filter(({ request }) => request.method === 'GET');
    const asked = lookups.findLast(({ response }) => response?.status === 404) ?? lookups.at(-1);
    return asked ? { asked, words: answerWords(breach, asked), ...waits } : 'no request shows what is missing';
  }
  const [before, after] = around(shown, results.exchanges);
  if (breach.code === 'answer-of-earlier-request') {
    const mistakenFor = before.findLast(({ request }) => request.url === breach.parameters.url);
    if (!mistakenFor) return 'the run did not keep the request that was answered so';
    return { asked: shown, words: ['judge_mixed_up'], mistakenFor };
  }
  if (breach.code === 'delete-enacted-later') {
    const asked = after.find(({ request, response }) => request.method === 'GET' && response?.status === 200);
    return asked ? { asked, words: answerWords(breach, asked) } : 'nothing was asked after the delete';
  }
  if (breach.code === 'stored-found-late') {
    const [judgedBefore] = around(shown, judged);
    const asked = judgedBefore.findLast(({ request }) => request.url === shown.request.url);
    if (!asked) return 'nothing was asked before it was found';
    const afterSeconds = Math.ceil(Number(breach.parameters.windowMs ?? 0) / 1_000);
    return { asked, words: answerWords(breach, asked), afterSeconds };
  }
  return { asked: shown, words: wordsFor(results, breach, shown, bodies), ...waits };
}

/** What comes before an exchange and what comes after it. */
function around(exchange: ExchangeRecord, all: readonly ExchangeRecord[]) {
  const index = all.indexOf(exchange);
  return [all.slice(0, index), all.slice(index + 1)] as const;
}

function wordsFor(results: RunFacts, breach: Breach, asked: ExchangeRecord, bodies: KeptBodies): readonly string[] {
  const { code, where, parameters } = breach;
  const { response } = asked;
  const own = OWN_CHECK[code];
  if (own) return own;
  if (code === 'old-http-version') return ['judge_version', String(parameters.version ?? '')];
  if (!response) return ['judge_transfer'];
  const statuses = properStatuses(breach, response.status);
  if (code === 'study-revealed-to-strangers')
    return ['judge_alike', uidIn(asked), ...(parameters.known === parameters.unknown ? ['text'] : [])];
  if (code === 'content-coding-undeclared') return ['judge_beginning', beginning(asked, bodies)];
  if (code === 'content-coding-corrupt')
    return headerWords(results, { kind: 'header', name: 'Content-Encoding' }, asked, statuses);
  if (code === 'multipart-type-untrue')
    return headerWords(results, { kind: 'header', name: 'Content-Type' }, asked, statuses);
  if (code === 'json-attributes-unordered') return jsonWords(breach, '', asked, statuses);
  if (code === 'json-private-without-creator' && where.kind === 'json')
    return jsonWords(breach, `${where.pointer.slice(0, -8)}${parameters.creator}`, asked, statuses);
  // The same values are right under another VR.
  if (code === 'json-binary-as-values' && where.kind === 'json')
    return jsonWords(breach, where.pointer.replace(/\/Value$/, ''), asked, statuses);
  if (IN_THE_WHOLE.includes(code)) return answerWords(breach, asked);
  if (typeof parameters.reason === 'number') return countWords(String(parameters.reason), asked, bodies, statuses);
  if (where.kind === 'status') return ['judge_status', String(response.status), ...statusesOf(breach, response.status)];
  if (where.kind === 'header') return headerWords(results, where, asked, statuses);
  if (where.kind === 'json') return jsonWords(breach, where.pointer, asked, statuses);
  const token = parameters.instance ?? parameters.uid;
  const isShort = (response.body?.length ?? 0) <= LONGEST_COUNTED;
  if (typeof token === 'string' && isShort) return countWords(token, asked, bodies, statuses);
  return windowWords(results, breach, asked, bodies) ?? answerWords(breach, asked);
}

/** The first UID of a request. */
function uidIn({ request }: ExchangeRecord): string {
  const { pathname, search } = new URL(request.url);
  return /\d+(?:\.\d+)+/.exec(pathname + search)?.[0] ?? '';
}

/** Statuses that would do, as patterns of the shell. */
function statusesOf({ code, parameters }: Breach, status: number): readonly string[] {
  if (Array.isArray(parameters.expected))
    return [...(parameters.expected as readonly string[]), ...(code === MAY_BE_TAKEN ? [SUCCESS] : [])];
  const proper = PROPER[code];
  if (proper) return proper;
  if (SHOULD_BE_GONE.test(code)) return ['404', '410'];
  return status >= 500 ? [SUCCESS, '400', '404', '406', '409', '410', '415'] : [SUCCESS];
}

/** Statuses of an answer in which the breach can be looked for. */
function properStatuses({ code }: Breach, status: number): readonly string[] {
  const gone = SHOULD_BE_GONE.test(code) ? ['404', '410'] : [];
  const asBefore = status < 500 && status !== 404 ? [String(status)] : [];
  return [...new Set([SUCCESS, ...asBefore, ...gone, ...(PROPER[code] ?? [])])];
}

function headerWords(
  { target }: RunFacts,
  where: Extract<Breach['where'], { kind: 'header' }>,
  { response }: ExchangeRecord,
  statuses: readonly string[],
): readonly string[] {
  const boundary = boundaryIn(response?.headers ?? []);
  if (where.part !== undefined)
    return ['judge_part', String(where.part), where.name, fileOf(response), boundary, ...statuses];
  const values = headerValues(response?.headers ?? [], where.name).map((value) => {
    const located = value.replaceAll(target.baseUrl, '{base}');
    return boundary === '' ? located : located.replaceAll(boundary, '{boundary}');
  });
  return ['judge_header', where.name, values.join('\n'), ...statuses];
}

function jsonWords(
  { parameters: { expected, actual } }: Breach,
  pointer: string,
  { response }: ExchangeRecord,
  statuses: readonly string[],
): readonly string[] {
  // A count is told of the attribute that holds it.
  const value = /\/[0-9A-F]{8}$/.test(pointer) ? `${pointer}/Value/0` : pointer;
  const isValue = /\/Value\/\d+$/.test(value);
  const isPlain = typeof actual === 'string' && !/^\{|^\d+ items?$|^no value$/.test(actual);
  if (isValue && isPlain && typeof expected === 'string' && !/[,\\]/.test(expected + actual))
    return ['judge_value', value, actual, expected.replace(/^"(.*)"$/, '$1')];
  return ['judge_json', pointer, fileOf(response), ...statuses];
}

/** The first two bytes of an answer. */
function beginning({ response }: ExchangeRecord, bodies: KeptBodies): string {
  const body = bodies.open(response?.body ?? null);
  const bytes = body ? [...body.read(0, Math.min(2, body.length))] : [];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

function countWords(
  token: string,
  { response }: ExchangeRecord,
  bodies: KeptBodies,
  statuses: readonly string[],
): readonly string[] {
  const body = bodies.open(response?.body ?? null);
  const text = body ? Buffer.from(readAll(body)).toString('latin1') : '';
  return ['judge_count', token, String(text.split(token).length - 1), ...statuses];
}

function windowWords(
  { target }: RunFacts,
  { where, bytes }: Breach,
  { response }: ExchangeRecord,
  bodies: KeptBodies,
): readonly string[] | null {
  const body = bodies.open(response?.body ?? null);
  if (!bytes || !body || bytes.expected === '' || bytes.actual.length !== bytes.expected.length) return null;
  const boundary = boundaryIn(response?.headers ?? []);
  const offset = plainOffset(body, where, bytes, { address: target.baseUrl, boundary });
  return offset === null ? null : ['judge_bytes', String(offset), bytes.actual, bytes.expected];
}

function answerWords(breach: Breach, { response }: ExchangeRecord): readonly string[] {
  const status = response?.status ?? 0;
  return [
    'judge_answer',
    String(status),
    fileOf(response),
    boundaryIn(response?.headers ?? []),
    ...properStatuses(breach, status),
  ];
}

/** The kept body as a script names it from the folder of the run. */
function fileOf(response: ExchangeRecord['response']): string {
  return response?.body?.file ?? '/dev/null';
}
