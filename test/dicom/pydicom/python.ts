import { spawnSync } from 'node:child_process';
import { findTool } from '../../support/tools.ts';

/** A Python that has pydicom: Debian's own, or the first on the PATH; null where neither has it. */
export const python: string | null =
  ['/usr/bin/python3', findTool('python3')].find(
    (program) => program !== null && spawnSync(program, ['-c', 'import pydicom']).status === 0,
  ) ?? null;

/** Reason to skip a test that needs pydicom, or false when it is there; throws in CI, where it has to be. */
export function skipWithoutPydicom(): string | false {
  if (python) return false;
  const reason = 'needs python3 with pydicom, which is not installed';
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}
