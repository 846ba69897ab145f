import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverFor } from '../../lib/cli/reference-server-matrix.ts';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { bodiesIn } from '../../lib/reproduction/evidence.ts';
import { SHARED_FILE, scriptOf } from '../../lib/reproduction/script.ts';
import { sharedSteps } from '../../lib/reproduction/shared-steps.ts';
import { type Cause, causesOf } from '../../lib/results/first-cause.ts';
import { type SeenAgain, seenAgain } from '../../lib/results/seen-again.ts';
import type { PlayedFault } from '../../lib/run/fault-matrix.ts';
import { shortest } from '../../lib/run/replay.ts';
import { authenticationOf } from '../../lib/target/credentials.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import type { ScriptRunner } from './script-runner.ts';

/** What was said of the first finding of a fault when it was shown again. */
export interface ShownAgain {
  readonly fault: string;
  /** Last line of its script on a server with the fault, and on one without. */
  readonly broken: string;
  readonly clean: string;
  /** Whether something may be left on the server without a fault. */
  readonly left: boolean;
}

/** What a replay says of the first finding of a fault, were it played on the server of `whole`. */
export function replayedWithout(played: PlayedFault, whole: PlayedFault): SeenAgain['answer'] {
  return seenAgain(played, shortest(firstCause(played), SCENARIOS), whole).answer;
}

/** Runs the script of the first finding of a fault on a server with it and on one without. */
export async function showAgain(played: PlayedFault, scripts: ScriptRunner): Promise<ShownAgain> {
  const { fault, folder, target, exchanges } = played;
  if (folder === null) throw new Error('a script needs the evidence');
  const facts = {
    exchanges,
    target: { baseUrl: target.baseUrl, authentication: authenticationOf(target.credentials) },
  };
  const heading = { file: 'tickets/1.sh', comments: [fault ?? ''] };
  const script = scriptOf(facts, firstCause(played).lead, bodiesIn(folder), heading);
  if ('why' in script) return { fault: fault ?? '', broken: script.why, clean: script.why, left: false };
  const tickets = join(folder, 'tickets');
  mkdirSync(tickets);
  writeFileSync(join(tickets, SHARED_FILE), sharedSteps());
  writeFileSync(join(tickets, '1.sh'), script.text);
  const [broken, clean] = await Promise.all(
    [fault, null].map((one) => runAgainst(one, join(tickets, '1.sh'), scripts)),
  );
  if (!broken || !clean) throw new Error('a script did not run');
  return { fault: fault ?? '', broken: broken.said, clean: clean.said, left: clean.left };
}

function firstCause(played: PlayedFault): Cause {
  const expected = FAULTS.find(({ id }) => id === played.fault)?.breach;
  // On a busy machine a search finds what was stored later than is granted.
  const cause = causesOf(played).find(
    ({ lead: { breach } }) => breach.code === expected || breach.code !== 'stored-found-late',
  );
  if (!cause) throw new Error(`nothing was found on the server with ${played.fault}`);
  return cause;
}

interface Said {
  readonly said: string;
  readonly left: boolean;
}

/** What each answer exits with. */
const EXITS: Readonly<Record<string, number>> = { FIXED: 0, 'STILL BROKEN': 1, 'CANNOT TELL': 5 };

async function runAgainst(fault: string | null, script: string, scripts: ScriptRunner): Promise<Said> {
  const { target, close } = await serverFor(fault);
  try {
    const { code, stdout, stderr } = await scripts.run(script, target.baseUrl);
    const [answer = ''] = stdout.split('.');
    const said = EXITS[answer] === code ? stdout.trim() : `exit ${code}: ${stdout} ${stderr.slice(-400)}`;
    return { said, left: stderr.includes('may still be on the server') };
  } finally {
    await close();
  }
}
