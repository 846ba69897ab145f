import { closeSync, openSync, writeSync } from 'node:fs';
import { type ByteSource, chunks } from './byte-source.ts';

/** Writes a source to a file, chunk by chunk. Throws the file system's own error; an existing file is replaced. */
export function writeSource(source: ByteSource, path: string): void {
  const descriptor = openSync(path, 'w');
  try {
    for (const chunk of chunks(source)) writeFully(descriptor, chunk);
  } finally {
    closeSync(descriptor);
  }
}

function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(descriptor, bytes, written, bytes.length - written);
  }
}
