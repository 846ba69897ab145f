import type { Breach } from '../../lib/breaches/breach.ts';
import { keywordOf } from '../../lib/dicom/dictionary.ts';
import type { Finding } from '../../lib/results/finding.ts';
import { consequencesOf } from '../../lib/results/first-cause.ts';
import type { ExchangeRecord, Results } from '../../lib/results/results.ts';
import { type Transaction, transactionOf } from '../../lib/results/transaction.ts';

/** A requirement that one exchange shows to be breached. */
export interface Blamed {
  readonly exchange: string;
  readonly requirement: string;
  /** Parameters of the exchange's request that the breach is about, as they stand in its URL; often none. */
  readonly parameters: readonly string[];
}

/** Services of the register, and the transactions that each judges, whatever answer shows the breach. */
const JUDGES: Readonly<Record<string, Transaction['service']>> = {
  'STOW-RS': 'store',
  'WADO-RS': 'retrieve',
  'QIDO-RS': 'search',
  DELETE: 'delete',
};

/**
 * What each exchange of a run is to blame for: every breach that is graded `fail`, at the exchange that shows it. One that
 * another service shows, such as a lost instance that a retrieve misses, is blamed on the exchange before it that the
 * requirement is about. Pure.
 */
export function blamesOf(results: Results): Blamed[] {
  const blamedFor = blamer(results);
  const failures = results.scenarios
    .flatMap(({ findings }) => findings)
    .flatMap((finding) => finding.breaches.map((breach) => ({ finding, breach })))
    .filter(({ breach }) => breach.grade === 'fail');
  const consequences = consequencesOf(results);
  return failures.flatMap(({ finding, breach }) => {
    return blamedFor(finding, breach).map((exchange) => ({
      exchange: exchange.id,
      requirement: finding.requirement,
      parameters: consequences.has(breach) ? [] : parametersFor(breach, exchange),
    }));
  });
}

/** Finds the exchanges that a breach is blamed on. */
function blamer({ exchanges, requirements, target }: Results) {
  const order = new Map(exchanges.map(({ id }, index) => [id, index]));
  const services = new Map(requirements.map(({ id, service }) => [id, JUDGES[service]]));
  const transactions = exchanges.map(({ request }) => transactionOf(request.method, request.url, target));
  return ({ requirement, exchanges: looked }: Finding, { exchange }: Breach): ExchangeRecord[] => {
    const shownAt = order.get(exchange ?? '');
    if (shownAt === undefined) return [];
    const service = services.get(requirement);
    const at = (index: number | undefined) => exchanges.slice(index, index === undefined ? 0 : index + 1);
    if (service === undefined || transactions[shownAt]?.service === service) return at(shownAt);
    const before = [...exchanges.keys()].filter((index) => index < shownAt && transactions[index]?.service === service);
    const judged = before.findLast((index) => looked.includes(exchanges[index]?.id ?? ''));
    if (judged !== undefined) return at(judged);
    // The finding does not say by which transaction it came there: each that succeeded may have done it.
    const succeeded = before.filter((index) => isSuccess(exchanges[index]));
    const resources = new Map(succeeded.map((index) => [transactions[index]?.resource, index]));
    return resources.size > 0 ? [...resources.values()].flatMap(at) : at(shownAt);
  };
}

function isSuccess(exchange: ExchangeRecord | undefined): boolean {
  const status = exchange?.response?.status ?? 0;
  return status >= 200 && status <= 299;
}

/** Breaches of paging and of includefield name no key: their code begins so, the more particular first. */
const BY_CODE: readonly (readonly [beginning: string, parameters: readonly string[]])[] = [
  ['page-longer-than-limit', ['limit']],
  ['page-without-warning', ['limit']],
  ['page-warning-', ['limit']],
  ['limit-', ['limit']],
  ['page-repeats-result', ['offset']],
  ['page-beyond-end-', ['offset']],
  ['page-', ['limit', 'offset']],
  ['includefield-', ['includefield']],
];

/** Breaches of which results a search gives: the parameter is to blame where it is the only one. */
const OF_RESULTS: readonly string[] = [
  'search-fails',
  'search-finds-nothing',
  'search-misses-stored',
  'search-finds-foreign',
];

function parametersFor({ code, parameters }: Breach, { request }: ExchangeRecord): string[] {
  const asked = [...new URLSearchParams(request.url.split('?')[1] ?? '').keys()];
  const { key, keys } = parameters;
  const named = [key, ...(Array.isArray(keys) ? keys : [])].filter((one) => typeof one === 'string');
  if (named.length > 0) return asked.filter((name) => named.some((one) => inKeywords(one) === inKeywords(name)));
  const [, byCode] = BY_CODE.find(([beginning]) => code.startsWith(beginning)) ?? [];
  if (byCode) return asked.filter((name) => byCode.includes(name));
  return OF_RESULTS.includes(code) && asked.length === 1 ? asked : [];
}

/** A key in one spelling: `00400275.00080050` and the two keywords with a dot are the same. */
function inKeywords(key: string): string {
  return key
    .split('.')
    .map((part) => (/^[0-9a-f]{8}$/i.test(part) ? (keywordOf(part.toUpperCase()) ?? part.toUpperCase()) : part))
    .join('.');
}
