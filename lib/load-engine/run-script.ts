import { HARNESS } from '../harness.ts';
import type { EngineResult, ScriptRun } from './api.ts';
import { Coordinator } from './coordinator.ts';

/** The engine's version: that of the package. */
const ENGINE_VERSION = HARNESS.version;

/**
 * Runs a k6 script on the embedded engine. Never rejects for what the script or the target does: the exit code tells.
 * @throws only for a defect of the engine
 */
export async function runScript(run: ScriptRun): Promise<EngineResult> {
  const outcome = await new Coordinator(run).run();
  return { engine: { name: 'embedded', version: ENGINE_VERSION }, ...outcome };
}
