import type { Token } from './token.ts';

/** A token goes this long before its end, or after three quarters of its life where that is shorter; milliseconds. */
const EARLIEST_MS = 60_000;
/** A token younger than this that is refused is not refused for its age. */
const YOUNGEST_MS = 1_000;

interface Origin {
  /** The source in words, such as `token file /run/token`. */
  readonly name: string;
  /** @throws CommandError that says why there is none. */
  next(): Token | Promise<Token>;
  /** Whether the source was seen to have another token; for sources that can be asked at no cost. */
  hasChanged?(): boolean;
}

/** Where tokens come from, one after another as they age. Keeps what it was given in memory only. */
export class TokenSource {
  readonly name: string;
  /** Every token so far: none may be shown, though it is no longer in use. */
  readonly seen = new Set<string>();
  readonly #origin: Origin;
  #token: Token | null = null;
  #takenAt = 0;
  #underWay: Promise<Token> | null = null;

  constructor(origin: Origin, first: Token | null = null) {
    this.name = origin.name;
    this.#origin = origin;
    if (first !== null) this.#take(first);
  }

  /** The token that was given last, however old; null before the first. */
  get last(): string | null {
    return this.#token?.value ?? null;
  }

  /** When the token that was given last ends, milliseconds since 1970; null where that is not known. */
  get lastExpiresAt(): number | null {
    return this.#token?.expiresAt ?? null;
  }

  /**
   * A token that is good for now, fetched anew when the last one is about to end.
   *
   * @throws CommandError when there is none.
   */
  async current(): Promise<string> {
    const token = this.#token;
    if (token !== null && !this.#ages(token) && !this.#origin.hasChanged?.()) return token.value;
    try {
      return (await this.#next()).value;
    } catch (error) {
      // One that has not ended yet is better than none.
      if (token !== null && (token.expiresAt === null || token.expiresAt > Date.now())) return token.value;
      throw error;
    }
  }

  /** Another token than one that was refused; null where there is none. Throws CommandError as `current` does. */
  async renewed(refused: string): Promise<string | null> {
    const known = await this.current();
    if (known !== refused) return known;
    if (Date.now() - this.#takenAt < YOUNGEST_MS) return null;
    const fresh = await this.#next();
    return fresh.value === refused ? null : fresh.value;
  }

  #ages({ expiresAt }: Token): boolean {
    if (expiresAt === null) return false;
    const margin = Math.min(EARLIEST_MS, (expiresAt - this.#takenAt) / 4);
    return Date.now() >= expiresAt - margin;
  }

  /** Whoever asks while a token is on its way waits for that one. */
  #next(): Promise<Token> {
    this.#underWay ??= (async () => this.#take(await this.#origin.next()))().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  #take(token: Token): Token {
    this.#token = token;
    this.#takenAt = Date.now();
    this.seen.add(token.value);
    return token;
  }
}
