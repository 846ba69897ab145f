import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PACKAGE_FOLDER } from '../harness.ts';

interface OwnTarget {
  readonly baseUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the reference server in a process of its own: in this one it would take its time from the generator. Throws
 * an Error when it does not come up.
 */
export async function startOwnTarget(faults: readonly string[] = []): Promise<OwnTarget> {
  const flags = faults.flatMap((fault) => ['--fault', fault]);
  const child = spawn(process.execPath, [join(PACKAGE_FOLDER, 'bin.js'), 'reference-server', '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Out of reach of Ctrl-C: it is ended from here, after what was under way.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const ended = once(child, 'exit');
  const endWithUs = (): void => {
    child.kill();
  };
  process.once('exit', endWithUs);
  const lines = createInterface({ input: child.stdout });
  const [baseUrl] = (await Promise.race([once(lines, 'line'), ended.then(() => [''])])) as [string];
  if (!URL.canParse(baseUrl)) throw new Error('the reference server did not start');
  return {
    baseUrl,
    async close() {
      process.removeListener('exit', endWithUs);
      child.kill('SIGTERM');
      await ended;
    },
  };
}
