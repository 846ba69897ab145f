import { UnusedStudy } from '../deletion/try-delete.ts';
import type { DicomWebClient } from '../dicomweb/operations.ts';
import { answeredUrl } from '../http/exchange.ts';
import type { Target } from '../target/target.ts';

/** How often a target is asked at most whether it still takes the credentials, in milliseconds. */
const ASK_EVERY = 1_000;

/**
 * Watches whether the credentials of a load run end before it does. A run whose requests are all refused measures
 * nothing, and may have an account locked: it is ended, and says so.
 */
export class CredentialsWatch {
  /** Ends the script. */
  readonly ended = new AbortController();
  /** Why the credentials are of no use any more; null while they are. */
  why: string | null = null;
  readonly #target: Target;
  readonly #dicomweb: DicomWebClient;
  readonly #isRenewed: boolean;
  readonly #first: string | null;
  #isSeen = false;
  #askedAt = 0;
  #asking: Promise<void> = Promise.resolve();

  /** @param isRenewed whether the engine is given new tokens */
  constructor(target: Target, dicomweb: DicomWebClient, isRenewed: boolean) {
    this.#target = target;
    this.#dicomweb = dicomweb;
    this.#isRenewed = isRenewed;
    this.#first = target.credentials.kind === 'tokens' ? target.credentials.tokens.last : null;
  }

  /** Hears why an operation of the script failed. */
  heard(why: string): void {
    if (!/^status 401\b/.test(why) || this.why !== null) return;
    this.#isSeen = true;
    if (performance.now() - this.#askedAt < ASK_EVERY && this.#askedAt > 0) return;
    this.#askedAt = performance.now();
    this.#asking = this.#ask();
  }

  /**
   * Asks once more at the end, where a 401 was seen or may have been: scripts tell why of the first failures only.
   *
   * @param isRefusedOften whether operations failed with a status from 400 to 499
   */
  async settled(isRefusedOften: boolean): Promise<string | null> {
    await this.#asking;
    if ((this.#isSeen || isRefusedOften) && this.why === null) await this.#ask();
    return this.why;
  }

  async #ask(): Promise<void> {
    const { credentials, baseUrl } = this.#target;
    const exchange = await this.#dicomweb.search({ level: 'studies' }, [['StudyInstanceUID', new UnusedStudy().uid]]);
    const { response, failure } = exchange;
    const isElsewhere = new URL(answeredUrl(exchange)).origin !== new URL(exchange.request.url).origin;
    if ((response?.status === 401 && !isElsewhere) || failure?.code === 'credentials') {
      const isAnswered = response !== null || exchange.earlier?.some(({ status }) => status === 401);
      const seen = isAnswered || failure === null ? ' (401)' : `: ${failure.message}`;
      this.#end(`${baseUrl} took the credentials before the run and refuses them now${seen}`);
    } else if (!this.#isRenewed && credentials.kind === 'tokens' && credentials.tokens.last !== this.#first) {
      this.#end(
        'the token ended during the run, and k6 is given no other: use --engine embedded, or a token that lasts',
      );
    }
  }

  #end(why: string): void {
    this.why = `Credentials refused: ${why}`;
    this.ended.abort();
  }
}
