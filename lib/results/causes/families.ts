import type { Breach } from '../../breaches/breach.ts';
import { kindOf } from '../../breaches/catalogue.ts';
import type { Says } from '../../breaches/kind.ts';
import { identityOf } from '../fingerprint.ts';
import type { ExchangeRecord } from '../results.ts';
import { type TargetAddress, type Transaction, transactionOf } from '../transaction.ts';
import { isPage, mislabelled } from './page.ts';

/**
 * What a member of a family has: its resource is unknown, which a page for people says as well, its requests are refused as wrong,
 * or the unique key of its level is ignored.
 */
type Flaw = 'unknown' | 'refused' | 'unique-key-ignored';

/** Statuses by which a server may say that it does not have what was asked for. */
export const MISSING: readonly number[] = [400, 404, 405, 410, 501];

/**
 * Members that one change of a server would mend together: the defect of each is one defect of all where no other member
 * was answered with success, and its own where one was.
 */
interface Family {
  readonly name: string;
  /** The ways in which it can fail, each of which has a reason of its own. */
  readonly flaws: readonly Flaw[];
  /** What of the family a transaction asks for; null where it asks for none of it. */
  readonly memberOf: (transaction: Transaction) => string | null;
}

const RELATIONAL = ['/series', '/instances', '/studies/{study}/instances'];

const lacks = (name: string, isIn: (transaction: Transaction) => boolean): Family => ({
  name,
  flaws: ['unknown', 'refused'],
  memberOf: (transaction) => (isIn(transaction) ? transaction.resource : null),
});

const FAMILIES: readonly Family[] = [
  lacks('search', ({ service }) => service === 'search'),
  lacks('relational search', ({ service, resource }) => service === 'search' && RELATIONAL.includes(resource)),
  lacks('metadata', ({ service, resource }) => service === 'retrieve' && resource.endsWith('/metadata')),
  lacks('retrieve', ({ service, resource }) => service === 'retrieve' && resource.endsWith('}')),
  lacks('rendered', ({ service, resource }) => service === 'retrieve' && resource.endsWith('/rendered')),
  lacks('store', ({ service }) => service === 'store'),
  lacks('delete', ({ service }) => service === 'delete'),
  {
    name: 'unique keys',
    flaws: ['unique-key-ignored'],
    memberOf: ({ service, resource }) => (service === 'search' ? (resource.split('/').at(-1) ?? null) : null),
  },
];

/** The keys of the families that a breach belongs to and of which no member works. */
export type FamilyKeys = (breach: Breach) => readonly string[];

/** Reads from the breaches of a run which members are flawed, and from its exchanges which others work. */
export function familiesOf(
  breaches: readonly Breach[],
  exchanges: ReadonlyMap<string, ExchangeRecord>,
  target: TargetAddress,
): FamilyKeys {
  const transactions = new Map(
    [...exchanges].map(([id, { request }]) => [id, transactionOf(request.method, request.url, target)]),
  );
  const memberIn = ({ memberOf }: Family, exchange: string | null): string | null => {
    const transaction = transactions.get(exchange ?? '');
    return transaction ? memberOf(transaction) : null;
  };
  const labels = mislabelled(breaches);
  const flawIn = ({ flaws }: Family, breach: Breach): Flaw | null => {
    const flaw = flawOf(breach, exchanges.get(breach.exchange ?? ''), labels);
    return flaw !== null && flaws.includes(flaw) ? flaw : null;
  };
  const whole = FAMILIES.filter((family) => {
    const flawed = breaches.filter((one) => flawIn(family, one) !== null);
    const ids = new Set(flawed.map(({ exchange }) => exchange));
    const ignoring = new Set(
      flawed
        .filter((one) => flawIn(family, one) === 'unique-key-ignored')
        .map(({ exchange }) => memberIn(family, exchange)),
    );
    return [...exchanges.values()].every(({ id, response }) => {
      const member = memberIn(family, id);
      if (member === null || response === null || response.status < 200 || response.status >= 300) return true;
      // A search that ignores its key answers all the same, so that no answer shows that it works.
      return ids.has(id) || ignoring.has(member) || (isPage(response) && !labels.has(id));
    });
  });
  return (breach) =>
    whole.flatMap((family) => {
      const flaw = memberIn(family, breach.exchange) === null ? null : flawIn(family, breach);
      return flaw === null ? [] : [`family ${family.name} ${flaw}`];
    });
}

/** Keyword of the key that names one entity of a level. */
const UNIQUE_KEYS: Readonly<Record<string, string>> = {
  study: 'StudyInstanceUID',
  series: 'SeriesInstanceUID',
  instance: 'SOPInstanceUID',
};

/** A usual request that is refused as unknown or as wrong, or answered with a page for people, asks for what is missing. */
function flawOf(
  { code, parameters, where }: Breach,
  exchange: ExchangeRecord | undefined,
  labels: ReadonlySet<string>,
): Flaw | null {
  const { key, level, status, expected } = parameters;
  if (kindOf(code).says === 'ignored' && key !== undefined && key === UNIQUE_KEYS[String(level)])
    return 'unique-key-ignored';
  const response = exchange?.response;
  if (!response) return null;
  const isDue = Array.isArray(expected) && expected.some((due) => due.startsWith('2'));
  const isRefusalDue = Array.isArray(expected) && !isDue;
  if (isDue && MISSING.includes(Number(status))) return Number(status) === 400 ? 'refused' : 'unknown';
  const isInPage = where.kind !== 'json' && response.status < 300 && isPage(response) && !labels.has(exchange.id);
  return isInPage && !isRefusalDue ? 'unknown' : null;
}

/** Most defects of such a kind that are taken for as many. */
const MOST_OF_A_KIND = 5;

/** What is said of attributes and results that one loop in a server writes. */
const OF_VALUES: readonly (Says | undefined)[] = ['absent', 'foreign'];

/** So many attributes with the same wrong thing in the place of different ones were written by one line of a server. */
const LEAST_ALIKE = 3;

/**
 * The keys of breaches of one kind that have the same wrong thing, such as a vr or a value, in the place of different right ones.
 * `breaches`: those that follow from nothing else.
 */
export function sameWrongThing(breaches: readonly Breach[]): (breach: Breach) => readonly string[] {
  const defects = new Map<string, Set<string>>();
  for (const breach of breaches) {
    for (const key of wrongIn(breach))
      defects.set(key, (defects.get(key) ?? new Set()).add(identityOf(breach).join(' ')));
  }
  return (breach) => wrongIn(breach).filter((key) => (defects.get(key)?.size ?? 0) >= LEAST_ALIKE);
}

/** What stands in the place of the right one; text that shows how it was altered is told by that. */
function wrongIn({ code, parameters: { tag, vr, actual, returned } }: Breach): string[] {
  return typeof tag !== 'string'
    ? []
    : [vr, actual, returned].flatMap((wrong) =>
        typeof wrong === 'string' && wrong !== '' ? [`${code}: ${wrong} in the place of others`] : [],
      );
}

/** Codes of which there are so many defects that they have one cause. `breaches`: those that follow from nothing else. */
export function manyOfAKind(breaches: readonly Breach[]): ReadonlySet<string> {
  const defects = new Map<string, Set<string>>();
  for (const breach of breaches) {
    const { code } = breach;
    if (!OF_VALUES.includes(kindOf(code).says)) continue;
    defects.set(code, (defects.get(code) ?? new Set()).add(identityOf(breach).join(' ')));
  }
  return new Set([...defects].flatMap(([code, { size }]) => (size > MOST_OF_A_KIND ? [code] : [])));
}
