import type { RequiredCredentials } from './access.ts';
import type { Behaviour } from './behaviour.ts';
import { FAULTS } from './faults/index.ts';
import { type RunningServer, startServer } from './listen.ts';
import { ODD_SERVERS } from './odd/index.ts';

export type { RequiredCredentials } from './access.ts';
export type { RunningServer } from './listen.ts';

export interface ReferenceServerOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Ids of faults to switch on, from the outermost inwards. */
  readonly faults?: readonly string[];
  /** Id of a legal but unusual server to be. */
  readonly odd?: string;
  readonly credentials?: RequiredCredentials;
  /** Longest request body in bytes; a longer one is refused with 413. */
  readonly bodyLimit?: number;
}

/** The server was asked to be something that it does not know. */
export class UnknownBehaviourError extends Error {
  override readonly name = 'UnknownBehaviourError';
  readonly id: string;
  /** Ids that would have been understood. */
  readonly known: readonly string[];

  constructor(kind: 'fault' | 'odd server' | 'null server', id: string, known: readonly string[]) {
    super(`there is no ${kind} named ${id}`);
    this.id = id;
    this.known = known;
  }
}

function behaviourOf(
  kind: 'fault' | 'odd server',
  id: string,
  known: readonly { readonly id: string; readonly behaviour: () => Behaviour }[],
): Behaviour {
  const found = known.find((one) => one.id === id);
  if (found) return found.behaviour();
  throw new UnknownBehaviourError(
    kind,
    id,
    known.map((one) => one.id),
  );
}

/**
 * Starts the reference server: strict and in memory, on the loopback interface. Faults and liberties belong to this one
 * server; another that is started beside it has its own.
 * @throws UnknownBehaviourError for an id that is none; the system's own error when it cannot listen.
 */
export function startReferenceServer(options: ReferenceServerOptions = {}): Promise<RunningServer> {
  const { faults = [], odd, ...rest } = options;
  const behaviours = [
    ...faults.map((id) => behaviourOf('fault', id, FAULTS)),
    ...(odd === undefined ? [] : [behaviourOf('odd server', odd, ODD_SERVERS)]),
  ];
  return startServer({ ...rest, behaviours });
}
