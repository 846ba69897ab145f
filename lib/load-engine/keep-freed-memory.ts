import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** glibc's largest threshold (DEFAULT_MMAP_THRESHOLD_MAX) less its own header. */
const LARGEST_BLOCK = 32 * 1024 * 1024 - 64 * 1024;

let isDone = false;

/**
 * Makes glibc keep the memory of freed response bodies. It gives large blocks back to the system at once, until it has
 * seen a larger one being freed; without this, every body of half a megabyte costs more time in page faults than in
 * reading it. Elsewhere it does nothing but free one block. The setting and the flag are the whole process's: only the
 * first call does anything, and it has to come from the main thread, before others start.
 */
export function keepFreedMemory(): void {
  if (isDone) return;
  isDone = true;
  allocateAndForget();
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  // The first collection finds the block, the second waits for its memory to be given back.
  collect();
  collect();
}

function allocateAndForget(): number {
  return new ArrayBuffer(LARGEST_BLOCK).byteLength;
}
