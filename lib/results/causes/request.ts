import type { Misread } from '../../breaches/kind.ts';
import type { ExchangeRecord } from '../results.ts';
import { isDelete, isStore } from '../transaction.ts';
import { headerOf } from './page.ts';

/** Parameters of a search that are no keys. */
const NO_KEYS = ['limit', 'offset', 'includefield', 'fuzzymatching'];

/** What a request holds that a server may misread. */
export function holdsOf({ request, response }: ExchangeRecord): readonly Misread[] {
  const { url } = request;
  const accept = headerOf(request, 'Accept') ?? '';
  const type = response && response.status < 300 ? headerOf(response, 'Content-Type') : null;
  const [path = '', query = ''] = url.split('?');
  const parameters = query.split('&').filter((one) => one !== '');
  const names = parameters.map((one) => one.split('=', 1)[0] ?? '');
  const keys = names.filter((name) => !NO_KEYS.includes(name));
  const holds: Readonly<Record<Misread, boolean>> = {
    'frame number': /\/frames\/[^/]/.test(path),
    'percent sign': query.includes('%'),
    wildcard: /[*?]|%2A|%3F/i.test(query),
    range: /=[^&]*\d-|=-\d/.test(query),
    'several parameters': parameters.length > 1,
    limit: names.includes('limit'),
    offset: names.includes('offset'),
    // A page is a part of a list that has an order.
    'place in the list': names.includes('offset'),
    includefield: names.includes('includefield'),
    keyword: keys.some((key) => /^[A-Z][a-z]|^SOP/.test(key)),
    key: keys.length > 0,
    path: /\/studies\/[^/]+\/(series|instances)(\/[^/]+\/instances)?$/.test(path),
    Accept: type !== null && !accepts(accept, type),
    'several types': accept.includes(','),
  };
  return (Object.keys(holds) as Misread[]).filter((one) => holds[one]);
}

/** Whether a type is among those that a request accepts: with a weight of 0 it is not. */
function accepts(accept: string, type: string): boolean {
  const essence = (text: string) => text.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return accept.split(',').some((entry) => essence(entry) === essence(type) && !/;\s*q=0(\.0*)?\s*(;|$)/i.test(entry));
}

/** The same for each time that a request is asked and answered alike: URL, and the status and type of the answer. */
export function askedOf({ id, request, response }: ExchangeRecord): string {
  const { method, url } = request;
  if (!response || isStore(request) || isDelete(request)) return id;
  return `${method} ${url} ${response.status} ${(headerOf(response, 'Content-Type') ?? '').split(';', 1)[0]}`;
}
