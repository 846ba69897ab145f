/** An answer in full, as a script hands it to its runner for judging: the event `answer` on the console. */
export interface SampledAnswer {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly accept: string;
  readonly status: number;
  /** Version of HTTP that was spoken, as k6 names it: `HTTP/1.1` or `HTTP/2.0`. */
  readonly proto?: string;
  readonly headers: { readonly [name: string]: string };
  /** Base 64. */
  readonly body: string;
}
