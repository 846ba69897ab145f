/** An answer in full, as a script hands it to its runner for judging: the event `answer` on the console. */
export interface SampledAnswer {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly accept: string;
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  /** Base 64. */
  readonly body: string;
}
