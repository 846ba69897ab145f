import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { suggestionFor } from '../errors/did-you-mean.ts';
import { CommandError } from '../errors/exit-codes.ts';
import type { Fault } from '../reference-server/faults/fault.ts';
import { FAULTS } from '../reference-server/faults/index.ts';
import { startReferenceServer } from '../reference-server/server.ts';
import { allRequirements } from '../requirements/register.ts';
import { type FaultMatrix, faultMatrix, type MatrixEvents } from '../run/fault-matrix.ts';
import { type Scenario, withNeeded } from '../run/scenario.ts';
import { resolveTarget } from '../target/configuration.ts';
import type { Target } from '../target/target.ts';

/** Rows and columns of the pictures that the matrix stores: small, and with an odd number of bytes like the real ones. */
const SMALL_PICTURES = { rows: 33, columns: 35 } as const;

/**
 * A fault is played by the scenarios that meet it and by what they build on: in all others it cannot show. One that
 * names none is played by all.
 *
 * @throws CommandError when it names one that does not exist: no other would meet it, and it would seem unnoticed.
 */
export function scenariosFor(fault: string | null, faults: readonly Fault[] = FAULTS): readonly Scenario[] {
  const meet = faults.find(({ id }) => id === fault)?.scenarios ?? [];
  const known = SCENARIOS.map(({ id }) => id);
  const unknown = meet.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const why = `the fault ${fault} names the scenario ${unknown}, which does not exist`;
    throw new CommandError(why, undefined, suggestionFor(unknown, known));
  }
  return meet.length === 0 ? SCENARIOS : withNeeded(SCENARIOS, meet);
}

/** The matrix of faults on the reference server. Throws UnknownBehaviourError on an unknown fault. */
export function referenceServerMatrix(faults: readonly string[], events?: MatrixEvents): Promise<FaultMatrix> {
  // A mistake is told before the first server starts.
  for (const fault of faults) scenariosFor(fault);
  return faultMatrix(faults, serverFor, scenariosFor, tutorialDataset(SMALL_PICTURES), allRequirements(), events);
}

/** Starts a server with this fault, and says how it is judged. */
export async function serverFor(fault: string | null): Promise<{ target: Target; close(): Promise<void> }> {
  // It wants credentials, so that what it says to those who come without can be judged.
  const credentials = { kind: 'bearer', token: 'of-the-matrix' } as const;
  const server = await startReferenceServer({ credentials, faults: fault === null ? [] : [fault] });
  const input = { target: server.baseUrl, embedded: true, timeoutMs: 2_000 };
  const target = resolveTarget(input, { DICOMWEB_TOKEN: credentials.token });
  // The server is at hand: it deletes on every level, and what it does not show at once, it will not show.
  const features = {
    ...target.profile.features,
    deleteStudy: 'yes',
    deleteSeries: 'yes',
    deleteInstance: 'yes',
  } as const;
  const profile = { ...target.profile, features, visibilityWindowMs: 500 };
  return { target: { ...target, profile }, close: () => server.close() };
}
