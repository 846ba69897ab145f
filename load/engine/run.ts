import { HARNESS } from '../../lib/harness.ts';
import type { EngineExitCode, EngineResult, ScriptRun } from './api.ts';
import { Coordinator } from './coordinator.ts';

/** The engine's version: that of the package. */
export const ENGINE_VERSION = HARNESS.version;

/**
 * Runs a k6 script on the embedded engine. Never rejects for what the script or the target does: the exit code tells.
 * @throws only for a defect of the engine
 */
export async function runScript(run: ScriptRun): Promise<EngineResult> {
  const outcome = await new Coordinator(run).run();
  return { engine: { name: 'embedded', version: ENGINE_VERSION }, ...outcome };
}

/** Each exit code with what it says. */
export const EXIT_CODE_MEANINGS: Readonly<Record<EngineExitCode, string>> = {
  0: 'the run ended as planned',
  99: 'a threshold failed',
  100: 'setup() took too long',
  101: 'teardown() took too long',
  104: 'an option is wrong or not in the embedded engine',
  105: 'the run was interrupted',
  107: 'the script threw in its init code, setup() or teardown(), or needs what the embedded engine lacks',
  108: 'the script aborted the test',
  110: 'the script marked the test as failed',
  255: 'the script cannot be read or exports no function',
};
