import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { SyntheticInstance } from './synthesise.ts';

/** How far a writer has come. */
export interface Written {
  readonly files: number;
  readonly bytes: number;
  readonly studies: number;
}

interface WriteOptions {
  readonly folder: string;
  readonly instances: Iterable<SyntheticInstance>;
  /** Ends the writing after the files that are under way. */
  readonly signal: AbortSignal;
  readonly onWritten: (written: Written) => void;
}

/** Files that are written at the same time: enough to hide the wait for the disk, too few to hold many buffers. */
const AT_ONCE = 8;
const PARTIAL = '.partial';

/** Why a file could not be written; `written` tells what is there, whole, all the same. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  readonly code: string;
  readonly written: Written;

  constructor(cause: Error & { readonly code?: unknown }, written: Written) {
    super(cause.message, { cause });
    this.code = typeof cause.code === 'string' ? cause.code : '';
    this.written = written;
  }
}

/**
 * Writes instances as files, a folder for each study. Each file is written under another name and renamed when it is
 * whole, so no half file is ever left. Memory does not grow with their number. Throws a WriteError.
 */
export async function writeFiles({ folder, instances, signal, onWritten }: WriteOptions): Promise<Written> {
  const written = { files: 0, bytes: 0, studies: 0 };
  const underWay = new Set<Promise<void>>();
  let failure: Error | undefined;
  let studyFolder = '';
  try {
    for (const instance of instances) {
      if (signal.aborted || failure) break;
      const wanted = folderOf(folder, instance);
      if (wanted !== studyFolder) {
        studyFolder = wanted;
        await mkdir(studyFolder, { recursive: true });
        written.studies++;
      }
      const path = join(studyFolder, `${String(instance.number).padStart(4, '0')}.dcm`);
      const writing: Promise<void> = writeWhole(path, instance.segments)
        .then(() => {
          written.files++;
          written.bytes += instance.length;
          onWritten(written);
        })
        .catch((error: Error) => {
          failure ??= error;
        })
        .finally(() => underWay.delete(writing));
      underWay.add(writing);
      if (underWay.size >= AT_ONCE) await Promise.race(underWay);
    }
  } catch (error) {
    failure ??= error instanceof Error ? error : new Error(String(error));
  }
  await Promise.all(underWay);
  if (failure) throw new WriteError(failure, written);
  return written;
}

function folderOf(folder: string, { modality, study }: SyntheticInstance): string {
  return join(folder, `${modality.code}-${study.studyID}`);
}

/** Makes the folder and says whether there is nothing in it. Throws the file system's own error. */
export function prepareFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).length === 0;
}

async function writeWhole(path: string, segments: readonly Uint8Array[]): Promise<void> {
  const partial = path + PARTIAL;
  const handle = await open(partial, 'wx');
  try {
    await writeSegments(handle, segments).finally(() => handle.close());
    await rename(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

async function writeSegments(handle: FileHandle, segments: readonly Uint8Array[]): Promise<void> {
  for (let next = 0; next < segments.length; ) {
    const batch = segments.slice(next, next + 64);
    const length = batch.reduce((sum, segment) => sum + segment.length, 0);
    const { bytesWritten } = await handle.writev(batch);
    // A disk that is full takes a part and fails at the next write.
    if (bytesWritten < length) await handle.write(Buffer.concat(batch), bytesWritten);
    next += batch.length;
  }
}
