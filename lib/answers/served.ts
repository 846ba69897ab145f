import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import { isSuccess, mediaTypeOf } from './response.ts';
import { storeModuleOf } from './store-response.ts';

/** Statuses by which a server may say that it does not have a resource. */
const NO_SUCH_RESOURCE = [400, 404, 405, 501];
const PAGE_TYPES = ['text/html', 'application/xhtml+xml'];
const BEGINS_AS_PAGE = /^[\s\ufeff]*</;

/** Whether an answer is a page for people, as applications and proxies send for every path that they do not know. */
export function isPage(response: ExchangeResponse): boolean {
  return isOfPageType(response) && BEGINS_AS_PAGE.test(Buffer.from(response.body.read(0, 64)).toString('utf8'));
}

function isOfPageType(response: ExchangeResponse): boolean {
  return PAGE_TYPES.includes(mediaTypeOf(response)?.essence ?? '');
}

/** Whether an answer shows that the server has the resource: a success that is no page, or a refusal by instance. */
export function isServed({ request, response, failure }: Exchange): boolean {
  if (!response || failure) return false;
  if (!isSuccess(response)) return storeModuleOf(response) !== null;
  // To HEAD a page has no body either.
  return request.method === 'HEAD' ? !isOfPageType(response) : !isPage(response);
}

/** Whether an answer may mean that the server does not have the resource. */
export function saysNoSuchResource(exchange: Exchange): boolean {
  const { response, failure } = exchange;
  if (!response || failure || isServed(exchange)) return false;
  return NO_SUCH_RESOURCE.includes(response.status) || (isSuccess(response) && isPage(response));
}
