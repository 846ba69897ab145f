import type { Breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';

/**
 * Names the instance of a request that was not served, where the same was asked of another instance and was served: then
 * the server has the resource, and what sets the one apart from the other has to be looked at.
 */
export function withUnservedNames(
  findings: readonly Finding[],
  exchangeOf: (id: string) => Exchange | undefined,
  stored: (exchange: string) => readonly StoredInstance[],
): readonly Finding[] {
  const served = new Map<string, Set<string>>();
  const asked = (id: string) => {
    const exchange = exchangeOf(id);
    return exchange ? askedOf(exchange, stored(id)) : null;
  };
  for (const { requirement, verdict, exchanges } of findings) {
    if (verdict !== 'pass') continue;
    for (const id of exchanges) {
      const found = asked(id);
      if (found === null || !isServed(exchangeOf(id))) continue;
      const key = `${requirement} ${found.request}`;
      served.set(key, (served.get(key) ?? new Set()).add(found.instance.instance));
    }
  }
  if (served.size === 0) return findings;
  const named = (one: Breach, requirement: string): Breach => {
    if (one.exchange === null || one.where.kind !== 'status' || isServed(exchangeOf(one.exchange))) return one;
    const found = asked(one.exchange);
    if (found === null) return one;
    const others = served.get(`${requirement} ${found.request}`);
    return others && !others.has(found.instance.instance) ? { ...one, thisOneAlone: found.instance.name } : one;
  };
  return findings.map((finding) => ({
    ...finding,
    breaches: finding.breaches.map((one) => named(one, finding.requirement)),
  }));
}

/** The stored instance that a GET names last in its path, and the request without UIDs; null where it names none. */
function askedOf(
  { request: { method, url, headers } }: Exchange,
  stored: readonly StoredInstance[],
): { readonly instance: StoredInstance; readonly request: string } | null {
  if (method !== 'GET' || !URL.canParse(url)) return null;
  const { pathname, search } = new URL(url);
  const uid = /\/instances\/([\d.]+)(?=\/|$)/.exec(pathname)?.[1];
  const instance = stored.find((one) => one.instance === uid);
  if (!instance) return null;
  const accept = headers.find(([name]) => name.toLowerCase() === 'accept')?.[1] ?? '';
  return { instance, request: `${pathname.replaceAll(/\/[\d.]+(?=\/|$)/g, '/{}')}${search} ${accept}` };
}

function isServed(exchange: Exchange | undefined): boolean {
  const status = exchange?.response?.status ?? 0;
  return status >= 200 && status < 300;
}
