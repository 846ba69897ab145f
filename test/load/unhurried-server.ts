import { setTimeout as sleep } from 'node:timers/promises';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { type RunningServer, startServer } from '../../lib/reference-server/listen.ts';
import { ODD_SERVERS } from '../../lib/reference-server/odd/index.ts';

/** How long each answer waits, in milliseconds. */
const PAUSE_MS = 50;

/** A fault or an odd server by its id, or any other behaviour. */
export type Departure = string | Behaviour;

const UNHURRIED: Behaviour = {
  async handle(request, archive, next) {
    await sleep(PAUSE_MS);
    return next(request, archive);
  },
};

/**
 * Starts a reference server that waits before each answer. A script that sends as fast as it is answered would take the
 * whole processor from the other tests, and shows nothing by it.
 * @throws RangeError for an id of no fault and no odd server.
 */
export function startUnhurriedServer(...departures: readonly Departure[]): Promise<RunningServer> {
  const behaviours = departures.map((id) => {
    if (typeof id !== 'string') return id;
    const found = [...FAULTS, ...ODD_SERVERS].find((one) => one.id === id);
    if (!found) throw new RangeError(`there is no fault and no odd server named ${id}`);
    return found.behaviour();
  });
  return startServer({ behaviours: [UNHURRIED, ...behaviours] });
}
