import type { Finding, Violation } from '../lib/results/finding.ts';
import { violationKey, withoutParticulars } from '../lib/results/fingerprint.ts';
import type { ExchangeRecord, TargetRecord } from '../lib/results/results.ts';
import { tellingExchange } from './shown-exchange.ts';
import { transactionOf } from './statement/transaction.ts';

/** Statuses that say more about the server than about the operation. */
const SERVER_WIDE = /\b(401|403|429|50[234])\b/;

/**
 * What findings of one first cause share: the transport failure, the server-wide status, the status line or header of
 * one answer, the unexpected status of one kind of request, the thing seen at the same place, the wrong value or bytes
 * wherever they come back, the claim and what was seen instead (UIDs, item numbers and offsets aside), or an answer
 * that could not be read because of what another finding tells.
 */
export function causeKeys(
  findings: readonly Finding[],
  exchanges: ReadonlyMap<string, ExchangeRecord>,
  target: TargetRecord,
): (finding: Finding) => readonly string[] {
  const own = new Map(findings.map((finding) => [finding, keysOf(finding, exchanges, target)]));
  const all = new Set([...own.values()].flatMap(({ sure }) => sure));
  return (finding) => {
    const { sure = [], where = [] } = own.get(finding) ?? {};
    return [...sure, ...where.filter((key) => all.has(key))];
  };
}

/** Keys that hold by themselves, and those that hold only where a finding has them for sure. */
interface Keys {
  readonly sure: readonly string[];
  readonly where: readonly string[];
}

function keysOf(finding: Finding, exchanges: ReadonlyMap<string, ExchangeRecord>, target: TargetRecord): Keys {
  const broken = finding.exchanges.map((id) => exchanges.get(id)?.failure).find((failure) => failure);
  if (broken) return { sure: [`transport ${broken.code}`], where: [] };
  const [first] = finding.violations;
  const claim = `${finding.verdict} ${finding.requirement} ${loosely(finding.claim)}`;
  if (!first) return { sure: [`${claim} ${finding.remark ?? ''}`], where: [] };
  const wide = first.where.kind === 'status' && SERVER_WIDE.exec(first.actual)?.[1];
  if (wide) return { sure: [`status ${wide}`], where: [] };
  const same = [`${claim} ${loosely(first.actual)}`, ...bytesKeys(first)];
  const telling = tellingExchange(finding, exchanges);
  if (!telling) return { sure: [...same, ...placeKeys(first)], where: [] };
  const [status, damage] = [statusKeys(first, telling, target), damageKeys(finding, first, telling)];
  return {
    sure: [...same, ...placeKeys(first, telling), ...status.sure, ...damage.sure],
    where: [...status.where, ...damage.where],
  };
}

/** Numbers and what they do to the noun behind them aside. */
function loosely(text: string): string {
  return withoutParticulars(text).replace(/\b(N \w+?)s\b/g, '$1');
}

/** What is seen at one place, whichever duty it breaks, and a wrong value wherever it is given. */
function placeKeys(violation: Violation, telling?: ExchangeRecord): string[] {
  const { where, expected, actual } = violation;
  switch (where.kind) {
    case 'status':
      return telling ? [`status line of ${telling.id}`] : [];
    case 'header': {
      const answer = telling ? [`header ${where.name.toLowerCase()} ${where.part ?? ''} of ${telling.id}`] : [];
      return [violationKey(violation), ...answer];
    }
    case 'json':
    case 'element': {
      const path = where.kind === 'json' ? where.pointer : where.path;
      const tag = path.match(/[0-9A-F]{8}(?![0-9A-F])/g)?.at(-1);
      const value = /"[^"]*"$/.exec(actual)?.[0];
      const here = path !== '' && telling ? [`${path} of ${telling.id}`] : [];
      return [violationKey(violation), ...here, ...(tag && value ? [`value ${tag} ${value}`] : [])];
    }
    case 'exchange':
      return [`${loosely(expected)} ≠ ${loosely(actual)}`];
    default:
      return [];
  }
}

/** Eight bytes in hexadecimal; fewer are alike by chance. */
const SHORT_WINDOW = 23;

/** The same bytes instead of the same others: no two defects have that in common. */
function bytesKeys({ bytes }: Violation): string[] {
  return bytes && bytes.actual.length >= SHORT_WINDOW ? [`bytes ${bytes.expected} ${bytes.actual}`] : [];
}

/**
 * A success that came with another status than it should: the same of every resource of its kind, whoever asked. Not
 * so where an error was expected, since each wrong request is wrong in its own way. Of an instance that is not there,
 * nothing is there: not its metadata, its frames or its picture.
 */
function statusKeys(
  { where, expected, actual }: Violation,
  { request, response }: ExchangeRecord,
  target: TargetRecord,
): Keys {
  const none = { sure: [], where: [] };
  const isGone = where.kind === 'exchange' && /^404\b/.test(actual);
  if (!response || !(isGone || (where.kind === 'status' && /\b2\d\d\b/.test(expected)))) return none;
  const transaction = transactionOf(request.method, request.url, target);
  if (!transaction) return none;
  const whole = `status ${response.status} to ${transaction.service} `;
  const view = viewOf(transaction.resource);
  return { sure: [`${whole}${view}`], where: response.status === 404 ? [whole] : [] };
}

/** What is asked of a resource: its metadata, its frames; empty where it is the resource itself. */
function viewOf(resource: string): string {
  return /\/(metadata|rendered|thumbnail|pixeldata|bulkdata|frames)(?=\/|$)/.exec(resource)?.[1] ?? '';
}

/** What leaves an answer, or a part of it, in pieces. */
const DAMAGE = /the body ends|^no line "--|no DICM prefix|\d are there|begins no UTF-8/;
/** How it looks to who wanted to know what is in it. */
const UNREAD =
  /cannot be read|none of them known|no part with it|none of those it stands for|^none among|^0 parts|attribute is left out/;
/** Duties of the whole answer: who breaches them is not understood in anything else. */
const UNDERSTANDING = ['COMMON-019', 'JSON-003', 'MP-001', 'MP-002'];
/** Duties of the text, which a coding that was not declared breaks as well. */
const TEXT = ['JSON-001', 'JSON-002'];

/** Whether a finding tells why an answer could not be read: what others miss in it follows from that. */
export function keepsFromReading({ verdict, requirement, violations: [first] }: Finding): boolean {
  return (
    verdict === 'fail' && first !== undefined && (UNDERSTANDING.includes(requirement) || DAMAGE.test(first.actual))
  );
}

function damageKeys(finding: Finding, { actual, where }: Violation, { id }: ExchangeRecord): Keys {
  const part = 'part' in where && where.part !== undefined ? [`damaged part ${where.part} of ${id}`] : [];
  const everywhere = [
    ...(actual.includes('a part that cannot be read') || /^MP-00[124]$/.test(finding.requirement)
      ? ['a part that cannot be read']
      : []),
    ...(finding.requirement === 'JSON-003' ? ['attributes not named by tag'] : []),
    ...(/begins no UTF-8|\ufffd/.test(actual) ? ['not UTF-8'] : []),
    ...(finding.requirement.startsWith('DELETE-') && actual === 'it is still there' ? [actual] : []),
    ...(/^not found after/.test(actual) ? ['not found by search'] : []),
    // What was acknowledged is neither there nor found.
    ...(finding.requirement === 'STOW-032' && where.kind === 'status' && /\b404\b/.test(actual)
      ? ['stored nowhere']
      : []),
  ];
  if (keepsFromReading(finding)) {
    // What is no text at all is no UTF-8 either: that says nothing of its characters.
    return {
      sure: [...everywhere, ...part, ...(TEXT.includes(finding.requirement) ? [] : [`unread ${id}`])],
      where: [`unread ${id}`],
    };
  }
  return {
    sure: everywhere,
    where: [
      ...part,
      ...(UNREAD.test(actual) || TEXT.includes(finding.requirement) ? [`unread ${id}`] : []),
      ...(/[1-9] instances?, none of them known|none of those it stands for/.test(actual)
        ? ['a part that cannot be read']
        : []),
      ...(/^none among [1-9]|attribute is left out/.test(actual) ? ['attributes not named by tag'] : []),
      ...(/none among 0 results/.test(actual) ? ['not found by search'] : []),
      ...(/^not found after/.test(actual) ? ['stored nowhere'] : []),
    ],
  };
}
