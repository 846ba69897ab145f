import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BOUNDS } from '../bounds.ts';
import { createTransport } from '../http/transport.ts';
import type { Target } from '../target/target.ts';
import type { Finding } from './finding.ts';
import { serverFindings } from './server.ts';
import { trialFindings } from './trial.ts';

interface Examination {
  /** Whether one instance may be stored and deleted. */
  readonly mayWrite: boolean;
  readonly tell: (finding: Finding) => void;
  /** Words for people while it goes on. */
  readonly say: (line: string) => void;
}

/** Looks at a target, and where it may, whether it can be cleaned up. */
export async function examineTarget(target: Target, { mayWrite, tell, say }: Examination): Promise<void> {
  const spoolFolder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-doctor-'));
  const transport = createTransport({ target, spoolFolder, maximumBodyBytes: BOUNDS.answerBeforehand.limit });
  try {
    const { findings, isReady } = await serverFindings(target, transport);
    const isTried = mayWrite && isReady;
    // What is tried need not be guessed.
    for (const finding of findings.filter(({ check }) => !isTried || check !== 'clean-up')) tell(finding);
    if (isTried) for (const finding of await trialFindings(target, transport, say)) tell(finding);
  } finally {
    transport.close();
    rmSync(spoolFolder, { recursive: true, force: true });
  }
}
