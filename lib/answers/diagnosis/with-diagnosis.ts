import type { Breach } from '../../breaches/breach.ts';
import { harmOf, kindOf } from '../../breaches/catalogue.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis, Known } from './diagnosis.ts';
import { withUnservedNames } from './this-one-alone.ts';
import { withOwners } from './whose-value.ts';

/**
 * Findings whose breaches are told by what the answer is, where that shows: an answer that is a page lacks everything, and
 * what it lacks is no defect of its own. `exchangeOf` gives the exchange of an id; only answers with a breach are looked at.
 */
export function withDiagnosis(
  findings: readonly Finding[],
  exchangeOf: (id: string) => Exchange | undefined,
  known: (exchange: Exchange) => Known,
): readonly Finding[] {
  const refusalsDue = new Set(
    findings.flatMap(({ breaches }) => breaches.flatMap((one) => (isRefusalDue(one) ? (one.exchange ?? []) : []))),
  );
  const diagnosed = new Map<string, readonly Diagnosis[]>();
  const diagnosesOf = (id: string): readonly Diagnosis[] => {
    const before = diagnosed.get(id);
    if (before) return before;
    // What has to be refused is told by that it was not, whatever came.
    const seen = exchangeOf(id);
    const exchange = refusalsDue.has(id) && seen?.response?.status !== 414 ? undefined : seen;
    const diagnoses = exchange ? diagnose(exchange, known(exchange)) : [];
    diagnosed.set(id, diagnoses);
    return diagnoses;
  };
  const stored = (id: string) => {
    const exchange = exchangeOf(id);
    return exchange ? known(exchange).stored : [];
  };
  const owned = withOwners(
    findings.map((finding) => told(finding, diagnosesOf)),
    stored,
  );
  return withUnservedNames(owned, exchangeOf, stored);
}

function told(finding: Finding, diagnosesOf: (id: string) => readonly Diagnosis[]): Finding {
  const instead = new Map<Diagnosis, Breach>();
  const breaches: Breach[] = [];
  for (const one of finding.breaches) {
    const diagnosis = one.exchange === null ? undefined : diagnosesOf(one.exchange).find((each) => explains(each, one));
    if (!diagnosis) breaches.push(one);
    else {
      const before = instead.get(diagnosis);
      const grade = before?.grade === 'fail' ? 'fail' : one.grade;
      const breach = { ...diagnosis.seen, grade, exchange: one.exchange };
      if (before) breaches.splice(breaches.indexOf(before), 1, breach);
      else breaches.push(breach);
      instead.set(diagnosis, breach);
    }
  }
  if (instead.size === 0) return finding;
  const breachCount = finding.breachCount - (finding.breaches.length - breaches.length);
  return { ...finding, breaches, breachCount };
}

/** Whether none of the statuses that would do is a success. */
function isRefusalDue({ parameters: { expected, status } }: Breach): boolean {
  return status !== undefined && Array.isArray(expected) && expected.every((due) => Number(due) >= 400);
}

/** Header fields that say what the content is. */
const OF_CONTENT = ['content-type', 'content-location'];

/** Whether a breach is what has to follow where the answer, or its part, is something else. */
function explains({ part, explainsStatus, lacking, seen }: Diagnosis, breach: Breach): boolean {
  const { where, code } = breach;
  // Whatever was asked for, its URL was too long.
  if (seen.code === 'long-url-refused') return where.kind === 'status';
  if (lacking && !isLackOf(lacking, breach)) return false;
  // What was acknowledged and is nowhere is lost, whatever the answer was.
  if (APART.includes(code) || harmOf(breach) === 'data-lost') return false;
  switch (where.kind) {
    case 'status':
      return explainsStatus === true;
    case 'header':
      return isOfContent(where.name, where.part) && isInPart(part, where.part);
    case 'json':
      return part === null;
    case 'exchange':
      return true;
    default:
      return isInPart(part, where.part);
  }
}

/** What is said of attributes that are not there. */
const OF_ABSENCE = [
  'value-lost',
  'empty-attribute-left-out',
  'metadata-lacks-empty-attribute',
  'metadata-lacks-most-attributes',
];

/** Whether a breach is that one of these attributes is missing, or most of all. */
function isLackOf(lacking: ReadonlySet<string>, { code, parameters: { tag } }: Breach): boolean {
  const isOfAbsence = kindOf(code).says === 'absent' || OF_ABSENCE.includes(code);
  return isOfAbsence && (typeof tag !== 'string' || lacking.has(tag));
}

/** The length of a part that is cut off is another than it says. */
function isOfContent(name: string, part: number | undefined): boolean {
  return OF_CONTENT.includes(name.toLowerCase()) || (part !== undefined && /^content-length$/i.test(name));
}

function isInPart(diagnosed: number | null, part: number | undefined): boolean {
  return diagnosed === null || part === undefined || part === diagnosed;
}

/** What is wrong with a message whatever it holds. */
const APART = [
  'answer-flaps',
  // Whose content it is, and that it comes now and then, is known.
  'answer-of-earlier-request',
  'answer-incomplete',
  'old-http-version',
  'content-coding-undeclared',
  'content-coding-corrupt',
  // The very bytes that are stored are told as that, of whatever format they are.
  'frame-sent-compressed',
  // A list that goes beyond the last frame has to be refused.
  'frame-list-cut-silently',
  'frame-list-made-up',
  'frame-list-badly-refused',
];
