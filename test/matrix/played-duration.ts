import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { startNullServer } from '../../lib/reference-server/null/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { PLAYED } from '../support/played.ts';

/** With small pictures: what is measured is how long a run waits. */
const DATASET = tutorialDataset({ rows: 3, columns: 5 });

/** A server as it is started, by the id of a fault, of an odd server or of a hollow one. */
export type Sick = { readonly fault: string } | { readonly odd: string } | { readonly hollow: string } | null;

/** How long a run lasts, in seconds. */
export interface PlayedDuration {
  /** Waited for what a server shows late or never, as the standard profile has it. */
  readonly waited: number;
  /** Gone by in fact, which is the work of this machine and what a server withholds from its client. */
  readonly elapsed: number;
}

/**
 * Plays tutorial and duties. Of what the run waits for, no time goes by: the clock of this process is set on instead, so
 * nothing else may go on in it. `timeoutMs` is how long an answer is waited for, in real time.
 */
export async function playedDuration(sick: Sick, timeoutMs: number): Promise<PlayedDuration> {
  const server = await start(sick);
  const real = Date.now;
  let waited = 0;
  Date.now = () => real() + waited;
  const begun = performance.now();
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true, timeoutMs }, {});
    const pause = async (milliseconds: number) => {
      waited += milliseconds;
    };
    await playInProcess(PLAYED, target, DATASET, { pause });
  } finally {
    Date.now = real;
    await server.close();
  }
  return { waited: waited / 1_000, elapsed: (performance.now() - begun) / 1_000 };
}

function start(sick: Sick) {
  if (sick === null) return startReferenceServer({});
  if ('hollow' in sick) return startNullServer(sick.hollow);
  return startReferenceServer('fault' in sick ? { faults: [sick.fault] } : { odd: sick.odd });
}
