import { setTimeout } from 'node:timers/promises';
import { type Behaviour, wrapHandler, wrapSender } from './behaviour.ts';
import { FAULTS } from './faults/index.ts';
import type { Request } from './message.ts';
import { ODD_SERVERS } from './odd/index.ts';
import { UnknownBehaviourError } from './unknown-behaviour.ts';

/** What can be changed while the server runs. */
export interface SwitchState {
  /** Ids of faults, from the outermost inwards. */
  readonly faults: readonly string[];
  /** How long each request waits before it is handled, in milliseconds. */
  readonly latencyMs: number;
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

/** Faults and latency of one server. A request is served to its end as the switches stood when it arrived. */
export class Switches {
  readonly #odd: readonly Behaviour[];
  readonly #faultsAtStart: readonly string[];
  readonly #ofRequest = new WeakMap<Request, readonly Behaviour[]>();
  #faults: readonly string[] = [];
  #latencyMs = 0;
  #faulty: readonly Behaviour[] = [];

  /** @throws UnknownBehaviourError for the id of a fault or an odd server that is none. */
  constructor(faults: readonly string[], odd: string | undefined) {
    this.#faultsAtStart = faults;
    this.setFaults(faults);
    this.#odd = odd === undefined ? [] : [behaviourOf('odd server', odd, ODD_SERVERS)];
  }

  get state(): SwitchState {
    return { faults: this.#faults, latencyMs: this.#latencyMs };
  }

  /** Switches exactly these faults on; what others remembered is forgotten. @throws UnknownBehaviourError, and changes nothing. */
  setFaults(faults: readonly string[]): void {
    this.#faulty = faults.map((id) => behaviourOf('fault', id, FAULTS));
    this.#faults = faults;
  }

  setLatency(milliseconds: number): void {
    this.#latencyMs = milliseconds;
  }

  /** Puts back what the server was started with. */
  reset(): void {
    this.setFaults(this.#faultsAtStart);
    this.setLatency(0);
  }

  /** The behaviour to start a server with: it does whatever is switched on. */
  behaviour(): Behaviour {
    return {
      admits: (incoming) => [...this.#faulty, ...this.#odd].some(({ admits }) => admits?.(incoming)),
      handle: (request, archive, next) => wrapHandler(this.#of(request), next)(request, archive),
      reply: (reply, request) =>
        this.#of(request).reduceRight((inner, { reply }) => (reply ? reply(inner, request) : inner), reply),
      send: (reply, response, request, next) => wrapSender(this.#of(request), request, next)(reply, response),
    };
  }

  #of(request: Request): readonly Behaviour[] {
    const known = this.#ofRequest.get(request) ?? [...waiting(this.#latencyMs), ...this.#faulty, ...this.#odd];
    this.#ofRequest.set(request, known);
    return known;
  }
}

function waiting(milliseconds: number): readonly Behaviour[] {
  if (milliseconds === 0) return [];
  return [
    {
      handle: async (request, archive, next) => {
        // A server that is closed does not live on for what still waits.
        await setTimeout(milliseconds, undefined, { ref: false });
        return next(request, archive);
      },
    },
  ];
}
