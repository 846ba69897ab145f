import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import { holdsDicomJson, jsonBodyOf } from '../json/body.ts';
import { firstText, type JsonDataSet } from '../json/data-set.ts';

const INSTANCE_UID = '00080018';

/**
 * Tags of the attributes that metadata lack of their instances, and had when the same was asked before; null where they lack none.
 * What was stored or deleted in between takes whole instances along, and no attributes.
 */
export function lackingSinceBefore(
  exchange: Exchange,
  earlier: readonly Exchange[],
): readonly [string, ...string[]] | null {
  const { response, request } = exchange;
  if (!response || request.method !== 'GET') return null;
  const now = describedIn(response);
  if (now.size === 0) return null;
  const before = earlier.find(
    (one) => one.request.url === request.url && acceptOf(one) === acceptOf(exchange) && one.response?.status === 200,
  );
  const had = before?.response ? describedIn(before.response) : new Map<string, JsonDataSet>();
  const lacking = new Set<string>();
  for (const [uid, { attributes }] of had) {
    const has = new Set(now.get(uid)?.attributes.map(({ tag }) => tag));
    const gone = has.size === 0 ? [] : attributes.map(({ tag }) => tag).filter((tag) => !has.has(tag));
    if (gone.length + has.size === attributes.length) for (const tag of gone) lacking.add(tag);
  }
  const [first, ...others] = lacking;
  return first === undefined ? null : [first, ...others];
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
