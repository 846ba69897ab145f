import { tellBreach } from '../../reports/words/tell.ts';
import type { SeenIn } from '../../reports/words/telling.ts';
import type { Breach } from '../breaches/breach.ts';
import { curlLine } from '../http/curl.ts';
import type { Exchange } from '../http/exchange.ts';
import { redactorFor } from '../http/redaction.ts';
import { requirement } from '../requirements/register.ts';
import type { Finding } from '../results/finding.ts';
import { routeOf } from '../results/transaction.ts';
import { circumstancesOf } from './asked.ts';
import type { Judgement } from './judge.ts';

/** Breaches that one judgement tells in full. */
const MOST = 5;

/** A judgement as a person reads it: what is asked and where, what is wrong, and the request again as a curl line. */
export function inWords({ requirement: id, verdict, findings, why }: Judgement, exchange: Exchange): string {
  const { level, clause, statement } = requirement(id);
  const head = [`${id}: ${OUTCOME[verdict]}`, `  ${level} ${clause}: ${statement}`];
  if (verdict === 'incomplete') return [...head, `  ${why}`].join('\n');
  const shown = findings.flatMap(({ breaches }) => breaches);
  const more = findings.reduce((sum, { breachCount }) => sum + breachCount, 0) - Math.min(MOST, shown.length);
  return [
    ...head,
    ...shown.slice(0, MOST).flatMap((breach) => breachInWords(breach, seenIn(exchange))),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...remarksOf(findings).map((remark) => `  ${remark}`),
    ...again(exchange),
  ].join('\n');
}

/** A breach in indented lines. */
export function breachInWords(breach: Breach, seen: SeenIn): readonly string[] {
  const { headline, expected, observed, effect, remedy } = tellBreach(breach, seen).english;
  return [
    `  ${headline}`,
    ...line('expected', expected),
    ...line('observed', observed),
    ...line('effect', effect),
    ...line('to change', remedy),
  ];
}

const OUTCOME = {
  pass: 'conforms',
  info: 'left to the vendor, and recorded',
  warn: 'departs from what the standard recommends',
  fail: 'does not conform',
  incomplete: 'could not be judged',
} as const;

function line(what: string, text: string): readonly string[] {
  return text === '' ? [] : [`    ${what}: ${text}`];
}

function remarksOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ remark }) => remark ?? []))];
}

function seenIn(exchange: Exchange): SeenIn {
  const { request, response } = exchange;
  const circumstances = circumstancesOf(exchange);
  return {
    request: circumstances ? routeOf(request, circumstances.target) : 'the request',
    query: request.url.split('?', 2)[1] ?? '',
    status: response ? `${response.status} ${response.reason}`.trim() : null,
  };
}

function again(exchange: Exchange): readonly string[] {
  const target = circumstancesOf(exchange)?.target;
  return target ? [`  again: ${curlLine(exchange, redactorFor(target), undefined, target.connection)}`] : [];
}
