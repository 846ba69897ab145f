import { NotInEngine } from '../not-in-engine.ts';
import { CookieJar } from './cookies.ts';
import type { ExpectedStatus, Job } from './job.ts';
import { ConnectionPool } from './pool.ts';
import type { RequestParams } from './request.ts';
import { RequestRun } from './request-run.ts';
import type { Requester } from './requester.ts';
import type { Response } from './response.ts';
import { expectSuccess } from './samples.ts';

/** A URL that was made with the `http.url` tag, with its template as the name of its samples. */
export interface NamedUrl {
  readonly url: string;
  readonly name: string;
}

const NO_PARAMS: RequestParams = {};
const NO_TAGS: Readonly<Record<string, string>> = {};
const LACKING_PARAMS = ['auth', 'compression', 'jar'] as const;

/** The HTTP client of one virtual user: k6's semantics over its own connections and cookies. */
export class HttpClient {
  readonly jar = new CookieJar();
  readonly pool: ConnectionPool;
  expected: ExpectedStatus = expectSuccess;
  private readonly user: Requester;

  constructor(user: Requester) {
    this.user = user;
    this.pool = new ConnectionPool(user.thread.options.http, user.thread.connection);
  }

  /** Makes ready for the next iteration, as the options on cookies and connections ask. */
  reset(): void {
    const { http } = this.user.thread.options;
    if (!http.noCookiesReset) this.jar.clear();
    if (http.noVUConnectionReuse) this.pool.clear();
  }

  /** Ends all connections that are not in use. */
  close(): void {
    this.pool.clear();
  }

  /**
   * Sends a request and follows redirects. Rejects only when the run is interrupted, when the script asks with `throw`,
   * or when it asks for what the engine lacks.
   */
  request(method: string, target: unknown, body: unknown, params: RequestParams | null | undefined): Promise<Response> {
    return new Promise((resolve, reject) => {
      const isNamed = isNamedUrl(target);
      const job = this.job(params ?? NO_PARAMS, isNamed ? target.name : undefined);
      new RequestRun(this.user, job, resolve, reject).start(method, isNamed ? target.url : String(target), body);
    });
  }

  /** @throws NotInEngine, or Error for a value that k6 refuses too */
  private job(params: RequestParams, name: string | undefined): Job {
    const { http } = this.user.thread.options;
    const lacking = LACKING_PARAMS.find((key) => params[key] !== undefined && params[key] !== null);
    if (lacking !== undefined) throw new NotInEngine(`the request parameter '${lacking}'`);
    const responseType = params.responseType ?? (http.discardResponseBodies ? 'none' : 'text');
    if (responseType !== 'text' && responseType !== 'binary' && responseType !== 'none') {
      throw new Error(`'${String(responseType)}' is not a valid ResponseType`);
    }
    const tags = params.tags ? textTags(params.tags) : NO_TAGS;
    const callback = params.responseCallback;
    return {
      params,
      name: tags.name ?? name,
      tags,
      expected: callback === undefined ? this.expected : (callback as ExpectedStatus),
      responseType,
      redirects: typeof params.redirects === 'number' ? params.redirects : http.maxRedirects,
      throws: typeof params.throw === 'boolean' ? params.throw : http.throw,
    };
  }
}

function isNamedUrl(target: unknown): target is NamedUrl {
  return typeof target === 'object' && target !== null && 'url' in target && 'name' in target;
}

function textTags(tags: Readonly<Record<string, unknown>>): Record<string, string> {
  const text: Record<string, string> = {};
  for (const name in tags) text[name] = String(tags[name]);
  return text;
}
