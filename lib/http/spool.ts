import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type ByteSource, type FileSource, fileSource, memorySource } from '../bytes/byte-source.ts';

/** Takes a body as it arrives; a small one stays in memory, a larger one goes to a file. */
export interface BodyCollector {
  readonly length: number;
  /** Throws the file system's own error, such as a full disk. */
  push(chunk: Uint8Array): void;
  /** Ends the collection. */
  finish(): ByteSource;
}

/** Files of bodies too large for memory, readable by their owner only. */
interface Spool {
  collector(id: string): BodyCollector;
  /** Closes the files. Sources that were handed out cannot be read afterwards; the files stay for the folder's owner. */
  close(): void;
}

/** A spool in a folder; bodies of up to `memoryLimit` bytes never reach it. */
export function createSpool(folder: string, memoryLimit: number): Spool {
  const opened: FileSource[] = [];
  return {
    collector: (id) => createCollector(folder, id, memoryLimit, (source) => opened.push(source)),
    close() {
      for (const source of opened.splice(0)) source.close();
    },
  };
}

function createCollector(
  folder: string,
  id: string,
  memoryLimit: number,
  opened: (source: FileSource) => void,
): BodyCollector {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let file: { readonly path: string; readonly descriptor: number } | null = null;
  const write = (descriptor: number, bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
  };
  return {
    get length() {
      return length;
    },
    push(chunk) {
      length += chunk.length;
      if (!file && length <= memoryLimit) {
        pieces.push(chunk);
        return;
      }
      if (!file) {
        mkdirSync(folder, { recursive: true });
        const name = `${id.replaceAll(/[^A-Za-z0-9.-]/g, '_').slice(0, 80)}.${randomUUID().slice(0, 8)}.spool`;
        const path = join(folder, name);
        file = { path, descriptor: openSync(path, 'wx', 0o600) };
        for (const piece of pieces) write(file.descriptor, piece);
        pieces = [];
      }
      write(file.descriptor, chunk);
    },
    finish() {
      if (!file) return memorySource(Buffer.concat(pieces));
      closeSync(file.descriptor);
      const source = fileSource(file.path);
      opened(source);
      return source;
    },
  };
}
