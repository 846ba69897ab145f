import type { NamedUrl } from '../http/client.ts';
import type { ExpectedStatus } from '../http/job.ts';
import type { RequestParams } from '../http/request.ts';
import type { Response } from '../http/response.ts';
import { NotInEngine } from '../not-in-engine.ts';
import type { VirtualUser } from '../virtual-user.ts';
import { runBatch } from './batch.ts';

type Params = RequestParams | null | undefined;

/** The module `k6/http`. Every request has to be awaited. */
export function httpModule(user: VirtualUser): object {
  const send = (call: string, method: string, url: unknown, body: unknown, params: Params): Promise<Response> =>
    user.blocking(`http.${call}()`, () => user.http.request(method, url, body, params));
  const withoutBody = (call: string, method: string) => (url: unknown, params?: Params) =>
    send(call, method, url, null, params);
  const withBody = (call: string, method: string) => (url: unknown, body?: unknown, params?: Params) =>
    send(call, method, url, body, params);
  const lacking = (what: string) => (): never => {
    throw new NotInEngine(`http.${what}`);
  };
  return {
    get: withoutBody('get', 'GET'),
    head: withoutBody('head', 'HEAD'),
    post: withBody('post', 'POST'),
    put: withBody('put', 'PUT'),
    patch: withBody('patch', 'PATCH'),
    del: withBody('del', 'DELETE'),
    options: withBody('options', 'OPTIONS'),
    request: (method: string, url: unknown, body?: unknown, params?: Params) =>
      send('request', method, url, body, params),
    asyncRequest: (method: string, url: unknown, body?: unknown, params?: Params) =>
      user.background('http.asyncRequest()', () => user.http.request(method, url, body, params)),
    batch: (requests: unknown) => user.blocking('http.batch()', () => runBatch(user, requests)),
    url: (strings: readonly string[], ...values: readonly unknown[]): NamedUrl => ({
      url: strings.map((text, i) => text + (i < values.length ? String(values[i]) : '')).join(''),
      // The template's own text, as the name of all requests made from it.
      name: strings.join('$' + '{}'),
    }),
    expectedStatuses,
    setResponseCallback: (callback: ExpectedStatus) => {
      user.http.expected = callback;
    },
    cookieJar: lacking('cookieJar()'),
    CookieJar: lacking('CookieJar'),
    file: lacking('file()'),
  };
}

function expectedStatuses(...expected: readonly unknown[]): ExpectedStatus {
  if (expected.length === 0) throw new Error('no arguments');
  const ranges = expected.map((item) => {
    if (Number.isInteger(item)) return { min: item as number, max: item as number };
    const { min, max } = (item ?? {}) as { min?: unknown; max?: unknown };
    if (!Number.isInteger(min) || !Number.isInteger(max)) {
      throw new Error('expectedStatuses() takes whole numbers and {min, max}');
    }
    return { min: min as number, max: max as number };
  });
  return (status) => ranges.some(({ min, max }) => status >= min && status <= max);
}
