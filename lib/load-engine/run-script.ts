import { readFileSync } from 'node:fs';
import type { EngineResult, ScriptRun } from './api.ts';
import { Coordinator } from './coordinator.ts';
import { isSource } from './own-file.ts';

/** The engine's version: that of the package. */
const ENGINE_VERSION = readVersion();

/**
 * Runs a k6 script on the embedded engine. Never rejects for what the script or the target does: the exit code tells.
 * @throws only for a defect of the engine
 */
export async function runScript(run: ScriptRun): Promise<EngineResult> {
  const outcome = await new Coordinator(run).run();
  return { engine: { name: 'embedded', version: ENGINE_VERSION }, ...outcome };
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL(isSource ? '../../package.json' : '../../../package.json', import.meta.url), 'utf8'),
  );
  const { version } = manifest as { version?: unknown };
  return typeof version === 'string' ? version : 'unknown';
}
