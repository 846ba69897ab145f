import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';

/** With small pictures: what is measured is how long a run waits. */
const DATASET = tutorialDataset({ rows: 3, columns: 5 });

/** A server as it is started, by the id of a fault or of an odd server. */
export type Sick = { readonly fault: string } | { readonly odd: string } | null;

/**
 * Seconds that tutorial and duties wait for what a server shows late or never, as the standard profile has it. No time
 * goes by meanwhile: the clock of this process is set on instead, so nothing else may go on in it.
 */
export async function secondsWaited(sick: Sick): Promise<number> {
  const options = sick === null ? {} : 'fault' in sick ? { faults: [sick.fault] } : { odd: sick.odd };
  const server = await startReferenceServer(options);
  const real = Date.now;
  let waited = 0;
  Date.now = () => real() + waited;
  try {
    // What is withheld from a client is waited for in real time.
    const target = resolveTarget({ target: server.baseUrl, embedded: true, timeoutMs: 500 }, {});
    const pause = async (milliseconds: number) => {
      waited += milliseconds;
    };
    await playInProcess(SCENARIOS, target, DATASET, { pause });
  } finally {
    Date.now = real;
    await server.close();
  }
  return waited / 1_000;
}
