import { statSync } from 'node:fs';
import { type ByteSource, type FileSource, fileSource } from './byte-source.ts';

/** Files kept open at a time, whatever the size of a data set. */
const MOST_OPEN = 32;
const open = new Map<string, FileSource>();

/**
 * A source over one of many files: opened when it is read, and closed again once too many others were read since. Throws
 * the file system's own error, here when the file is absent and on `read` when it is gone by then.
 */
export function pooledFileSource(path: string): ByteSource {
  return {
    length: statSync(path).size,
    read: (offset, length) => opened(path).read(offset, length),
  };
}

function opened(path: string): FileSource {
  const file = open.get(path) ?? fileSource(path);
  open.delete(path);
  open.set(path, file);
  const [oldest] = open;
  if (open.size > MOST_OPEN && oldest) {
    open.delete(oldest[0]);
    oldest[1].close();
  }
  return file;
}
