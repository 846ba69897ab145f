import type { RequestParams } from '../http/request.ts';
import type { Response } from '../http/response.ts';
import { parseUrl } from '../http/url.ts';
import type { VirtualUser } from '../virtual-user.ts';

interface BatchRequest {
  readonly method: string;
  readonly url: unknown;
  readonly body: unknown;
  readonly params: RequestParams | null;
}

/**
 * Sends several requests at once, no more than `batch` in all and `batchPerHost` to each host.
 * @param requests a list or an object of them
 * @returns the answers in the same shape
 */
export async function runBatch(user: VirtualUser, requests: unknown): Promise<unknown> {
  if (typeof requests !== 'object' || requests === null) throw new Error('http.batch() takes a list or an object');
  const entries = Object.entries(requests).map(([key, item]) => [key, toRequest(item)] as const);
  const { batch, batchPerHost } = user.thread.options.http;
  const overall = new Gate(batch);
  const byHost = new Map<string, Gate>();
  const answers = await Promise.all(
    entries.map(async ([key, request]): Promise<[string, Response]> => {
      const host = hostOf(request.url);
      const gate = byHost.get(host) ?? new Gate(batchPerHost);
      byHost.set(host, gate);
      const { method, url, body, params } = request;
      return [key, await gate.run(() => overall.run(() => user.http.request(method, url, body, params)))];
    }),
  );
  return Array.isArray(requests) ? answers.map(([, answer]) => answer) : Object.fromEntries(answers);
}

function toRequest(item: unknown): BatchRequest {
  if (typeof item === 'string') return { method: 'GET', url: item, body: null, params: null };
  if (Array.isArray(item)) {
    const [method, url, body, params] = item as unknown[];
    return { method: String(method), url, body, params: (params ?? null) as RequestParams | null };
  }
  const { method, url, body, params } = (item ?? {}) as Record<string, unknown>;
  return {
    method: method === undefined ? 'GET' : String(method),
    url,
    body,
    params: (params ?? null) as RequestParams | null,
  };
}

function hostOf(url: unknown): string {
  try {
    return parseUrl(typeof url === 'object' && url !== null && 'url' in url ? String(url.url) : String(url)).host;
  } catch {
    return '';
  }
}

/** Lets so many through at a time, in order. */
class Gate {
  private free: number;
  private readonly queue: (() => void)[] = [];

  constructor(places: number) {
    this.free = places;
  }

  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next === undefined) this.free++;
      else next();
    }
  }
}
