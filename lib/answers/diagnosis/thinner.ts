import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import { holdsDicomJson, jsonBodyOf } from '../json/body.ts';
import { firstText, type JsonDataSet } from '../json/data-set.ts';

/** What an answer lacks that the same request was answered before. */
export interface Thinner {
  /** How many attributes of one instance. */
  readonly attributes: number;
  /** The first of them. */
  readonly tag: string;
}

const INSTANCE_UID = '00080018';

/**
 * Whether metadata lack attributes of an instance that they had when the same was asked before; null where they do not. What was
 * stored or deleted in between takes whole instances along, and no attributes. `all` has the exchanges of the run in their order.
 */
export function thinnerThanBefore(exchange: Exchange, all: readonly Exchange[]): Thinner | null {
  const { response, request } = exchange;
  if (!response || request.method !== 'GET') return null;
  const now = describedIn(response);
  if (now.size === 0) return null;
  const upTo = all.findIndex(({ id }) => id === exchange.id);
  const before = all
    .slice(0, Math.max(0, upTo))
    .find(
      (one) => one.request.url === request.url && acceptOf(one) === acceptOf(exchange) && one.response?.status === 200,
    );
  const had = before?.response ? describedIn(before.response) : new Map<string, JsonDataSet>();
  for (const [uid, { attributes }] of had) {
    const has = new Set(now.get(uid)?.attributes.map(({ tag }) => tag));
    const lacking = has.size === 0 ? [] : attributes.filter(({ tag }) => !has.has(tag));
    const [first] = lacking;
    if (first && lacking.length + has.size === attributes.length) return { attributes: lacking.length, tag: first.tag };
  }
  return null;
}

/** The data sets of an answer by the instance that they describe. */
function describedIn(response: ExchangeResponse): ReadonlyMap<string, JsonDataSet> {
  if (response.status !== 200 || !holdsDicomJson(response)) return new Map();
  return new Map(
    jsonBodyOf(response).dataSets.map((dataSet) => [firstText(dataSet, INSTANCE_UID) ?? '', dataSet] as const),
  );
}

function acceptOf({ request }: Exchange): string {
  return headerValue(request.headers, 'Accept') ?? '';
}
