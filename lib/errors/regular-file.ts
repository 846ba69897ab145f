import { closeSync, openSync, readSync, realpathSync, type Stats, statSync } from 'node:fs';
import { sep } from 'node:path';
import { CommandError } from './exit-codes.ts';

/** A path that gives no file to read. */
export class UnusableFile extends CommandError {
  /** Without the path, for a sentence that names it: `is a folder`. */
  readonly why: string;
  /** Nothing is there: evidence that was not kept, for instance. */
  readonly isMissing: boolean;

  constructor(path: string, why: string, { isMissing = false } = {}) {
    super(`${path} ${why}`);
    this.why = why;
    this.isMissing = isMissing;
  }
}

export interface FileLimits {
  /** A longer file is refused, in bytes. */
  readonly most: number;
  /** The folder of a run: a link may not lead out of it. Whoever made the folder may have meant the reader's own files. */
  readonly within?: string;
}

/**
 * The path of what a user or a run folder names, once it is known to be a regular file. A device may have no end, and a
 * named pipe that nobody writes to is waited for without end; those of a shell, as `<(command)` gives them, lie below /dev
 * or /proc and have a writer.
 *
 * @throws UnusableFile for what is no such file.
 */
export function regularFile(path: string, { most, within }: FileLimits): string {
  const stats = told(path, () => statSync(path));
  const kind = kindOf(stats);
  if (kind !== null && !(stats.isFIFO() && /^\/(dev|proc)\//.test(path))) throw new UnusableFile(path, kind);
  if (stats.size > most) throw tooLong(path, most);
  if (within !== undefined && !told(path, () => realpathSync(path)).startsWith(realpathSync(within) + sep)) {
    throw new UnusableFile(
      path,
      'leads out of the folder of the run, so it is not read: ask for the folder as the run left it',
    );
  }
  return path;
}

const CHUNK = 1 << 20;

/** The bytes of what a user or a run folder names. @throws UnusableFile as `regularFile` does. */
export function readRegularFile(path: string, limits: FileLimits): Buffer {
  regularFile(path, limits);
  return told(path, () => {
    const descriptor = openSync(path, 'r');
    try {
      return readTo(descriptor, limits.most, path);
    } finally {
      closeSync(descriptor);
    }
  });
}

/** The size that the system tells is not relied on: a pipe has none, and files below /proc say that they are empty. */
function readTo(descriptor: number, most: number, path: string): Buffer {
  const read: Buffer[] = [];
  for (let length = 0; ; ) {
    const buffer = Buffer.allocUnsafe(CHUNK);
    const count = readSync(descriptor, buffer);
    if (count === 0) return Buffer.concat(read, length);
    length += count;
    if (length > most) throw tooLong(path, most);
    read.push(buffer.subarray(0, count));
  }
}

function tooLong(path: string, most: number): UnusableFile {
  return new UnusableFile(path, `is longer than the ${most} bytes that are read`);
}

/** What stands where a file was meant; null for a file. */
function kindOf(stats: Stats): string | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return 'is a folder';
  if (stats.isFIFO()) return 'is a named pipe, not a file';
  return stats.isSocket() ? 'is a socket, not a file' : 'is a device, not a file';
}

function told<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UnusableFile(path, 'does not exist', { isMissing: true });
    throw new UnusableFile(path, `cannot be read (${code ?? message})`);
  }
}
