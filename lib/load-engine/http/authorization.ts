import type { RequestParams } from './request.ts';

/** The value of Authorization that the virtual users of a thread send, renewed while the run goes on. */
export class ThreadAuthorization {
  private readonly initial: string;
  private current: string;
  private readonly ask: (refused: string) => void;
  private readonly waiting = new Map<string, ((fresh: string | null) => void)[]>();

  /**
   * @param initial what the script was given, and what it goes on sending
   * @param ask asks the coordinator for another value than one that was refused; `answer` takes what it says
   */
  constructor(initial: string, ask: (refused: string) => void) {
    this.initial = initial;
    this.current = initial;
    this.ask = ask;
  }

  /** The parameters of a request with the value that holds now, where the script sent the one that it was given. */
  applied(params: RequestParams): RequestParams {
    if (this.current === this.initial || params.headers?.Authorization !== this.initial) return params;
    return { ...params, headers: { ...params.headers, Authorization: this.current } };
  }

  /** Another value than the one that a request was refused with; null where there is none, or where it was not ours. */
  renewed(params: RequestParams): Promise<string | null> {
    const refused = params.headers?.Authorization;
    if (typeof refused !== 'string' || (refused !== this.initial && refused !== this.current)) return NONE;
    if (refused !== this.current) return Promise.resolve(this.current);
    return new Promise((resolve) => {
      const others = this.waiting.get(refused);
      this.waiting.set(refused, [...(others ?? []), resolve]);
      if (others === undefined) this.ask(refused);
    });
  }

  /** Takes a new value; null where there is none for `refused`. */
  answer(refused: string | null, fresh: string | null): void {
    if (fresh !== null) this.current = fresh;
    if (refused === null) return;
    const waiting = this.waiting.get(refused) ?? [];
    this.waiting.delete(refused);
    for (const resolve of waiting) resolve(fresh);
  }
}

const NONE: Promise<null> = Promise.resolve(null);
