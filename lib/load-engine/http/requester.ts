import type { Cancellable } from '../interrupted.ts';
import type { ThreadState } from '../thread-state.ts';
import type { CookieJar } from './cookies.ts';
import type { ConnectionPool } from './pool.ts';

/** What sending a request needs of the virtual user that asks for it. */
export interface Requester {
  readonly thread: ThreadState;
  readonly http: { readonly jar: CookieJar; readonly pool: ConnectionPool };
  /** Whether its iteration gave way to others at least once. */
  hasWaited: boolean;
  bytesSent: number;
  bytesReceived: number;
  /** A tag of its samples. */
  tag(name: string): string | undefined;
  /** Work that an interruption gives up, from now until `unwatch`. */
  watch(work: Cancellable): void;
  unwatch(work: Cancellable): void;
}
