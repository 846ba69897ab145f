import type { Finding, Violation, Where } from './finding.ts';
import type { RequirementRecord, Results } from './results.ts';

/** Longest text that takes part: what a server adds beyond says nothing new. */
const LONGEST = 500;

/**
 * What a finding saw, without what differs from run to run: the same defect has the same fingerprint tomorrow, and a
 * duty that now fails in another way has another one.
 */
export function fingerprint({ verdict, claim, violations, reason, remark }: Finding): string {
  const seen = [...new Set(violations.map(violationKey))].sort();
  const said = violations.length === 0 ? withoutParticulars(remark ?? '') : '';
  return [verdict, reason ?? '', claim, ...seen, said].join('\n');
}

/** The ways in which the gravest findings on a requirement were seen: a text to compare, not to read. */
export function seenWays({ scenarios }: Results, { id, verdict }: RequirementRecord): string {
  const ways = scenarios.flatMap(({ findings }) =>
    findings.filter((finding) => finding.requirement === id && finding.verdict === verdict).map(fingerprint),
  );
  return [...new Set(ways)].sort().join('\n\n');
}

/** Claim and observation of each gravest violation on a requirement; of what was kept of them, at most ten a finding. */
export function violatedWays({ scenarios }: Results, { id, verdict }: RequirementRecord): ReadonlySet<string> {
  const gravest = scenarios.flatMap(({ findings }) =>
    findings.filter((finding) => finding.requirement === id && finding.verdict === verdict),
  );
  return new Set(gravest.flatMap((finding) => finding.violations.map((violation) => wayOf(finding, violation))));
}

/** One way of breaching a claim. */
export function wayOf({ claim }: Finding, violation: Violation): string {
  return `${claim}\n${violationKey(violation)}`;
}

/** Place and observation of a violation, without particulars. */
export function violationKey({ where, actual }: Violation): string {
  return `${placeKey(where)} ${withoutParticulars(actual)}`;
}

function placeKey(where: Where): string {
  switch (where.kind) {
    case 'header':
      return `header ${where.name.toLowerCase()}`;
    case 'json':
      return `json ${where.pointer.replace(/\/\d{1,6}(?=\/|$)/g, '/*')}`;
    case 'element':
      return `element ${where.path.replace(/\[\d+\]/g, '[*]')}`;
    default:
      return where.kind;
  }
}

/** Takes out what differs from one object or run to the next: which exchange it was, UIDs, hexadecimal, dates, ports and other numbers. */
export function withoutParticulars(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/(?<![\w.-])[A-Za-z][\w-]*\.\d+: /g, '')
    .replace(/\d+(\.\d+){3,}/g, 'UID')
    .replace(/\b[0-9a-f]{16,}\b/gi, 'HEX')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, 'TIME')
    .replace(/:\d{4,5}\b/g, ':PORT')
    .replace(/(?<![\w/.-])\d+(?![\w/.-])/g, 'N');
}
