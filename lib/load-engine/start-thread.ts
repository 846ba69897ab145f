import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { keepFreedMemory } from './keep-freed-memory.ts';
import { isSource } from './own-file.ts';

let bundled: Promise<string> | null = null;

/**
 * Starts a thread on `thread.ts`. As long as the engine runs from its TypeScript sources, they are put together for it
 * first: a loader in the thread would take longer to start, and would slow down every function that is made.
 */
export async function startThread(): Promise<Worker> {
  keepFreedMemory();
  if (!isSource) return new Worker(new URL('./thread.js', import.meta.url));
  bundled ??= bundleThread(fileURLToPath(new URL('./thread.ts', import.meta.url)));
  return new Worker(await bundled, { eval: true, execArgv: [] });
}

async function bundleThread(entry: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild made no file of thread.ts');
  return file.text;
}
