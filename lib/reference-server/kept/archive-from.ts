import { mkdirSync } from 'node:fs';
import { Archive } from '../archive.ts';
import { readFile } from '../store/read-file.ts';
import { keeperIn } from './keeper.ts';
import { type InstanceFile, readFolder, type SkippedFile } from './read-folder.ts';

export type { SkippedFile } from './read-folder.ts';

/** A folder of data has no file that the server can take. */
export class NoInstanceError extends Error {
  override readonly name = 'NoInstanceError';
}

/** Folders, and files in memory, whose instances an archive begins with. */
interface Beginning {
  readonly data?: string | undefined;
  readonly store?: string | undefined;
  readonly files?: readonly Uint8Array[] | undefined;
}

/**
 * An archive that holds the instances of both folders and of the files, and keeps in `store` what comes later. What comes from `data` is
 * held in memory only, so that a server that is started again has it again. Of an instance that is there twice the first
 * is taken, the one of `store` before the one of `data`.
 * @throws RangeError for a file that is no instance that it can take; NoInstanceError for a folder of data without any; the system's own error for one that cannot be read or made.
 */
export function archiveFrom({ data, store, files = [] }: Beginning, onSkipped: (file: SkippedFile) => void): Archive {
  const archive = new Archive();
  const paths = new Map<string, string>();
  if (store !== undefined) {
    mkdirSync(store, { recursive: true });
    for (const { path, instance } of takeFrom(store, archive, onSkipped).taken) paths.set(instance.instance, path);
  }
  if (data !== undefined) {
    const { readable } = takeFrom(data, archive, onSkipped);
    if (readable === 0) throw new NoInstanceError(`${data} holds no DICOM file that can be served`);
  }
  for (const bytes of files) {
    const instance = readFile(bytes);
    if ('kind' in instance) throw new RangeError('a file that is given is no instance that can be taken');
    if (archive.find(instance.instance) === undefined) archive.add(instance);
  }
  if (store !== undefined) archive.keepWith(keeperIn(store, paths));
  return archive;
}

interface Taken {
  readonly taken: readonly InstanceFile[];
  /** How many files hold an instance, those included that were there already. */
  readonly readable: number;
}

/** Adds what is in a folder to an archive. */
function takeFrom(folder: string, archive: Archive, onSkipped: (file: SkippedFile) => void): Taken {
  const taken: InstanceFile[] = [];
  let readable = 0;
  for (const read of readFolder(folder)) {
    if ('why' in read) {
      onSkipped(read);
      continue;
    }
    readable++;
    const present = archive.find(read.instance.instance);
    if (present === undefined) {
      archive.add(read.instance);
      taken.push(read);
    } else if (Buffer.compare(present.bytes, read.instance.bytes) !== 0)
      onSkipped({ path: read.path, why: 'is another instance under a SOP Instance UID that is there already' });
  }
  return { taken, readable };
}
