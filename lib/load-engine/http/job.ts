import type { RequestBody, RequestParams } from './request.ts';
import type { ResponseType } from './response.ts';
import type { RequestUrl } from './url.ts';

/** Decides whether a status counts as expected; null leaves `http_req_failed` out. */
export type ExpectedStatus = ((status: number) => boolean) | null;

/** Everything that a script says about one request, except where it goes. */
export interface Job {
  readonly params: RequestParams;
  /** Name of its samples. */
  readonly name: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly expected: ExpectedStatus;
  readonly responseType: ResponseType;
  readonly redirects: number;
  readonly throws: boolean;
}

/** One hop of a request: the first, or what a redirect leads to. */
export interface Hop {
  readonly method: string;
  readonly url: RequestUrl;
  readonly body: RequestBody;
  readonly params: RequestParams;
  readonly redirectsLeft: number;
}
