import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { BOUNDS } from '../bounds.ts';
import { type ByteSource, type FileSource, fileSource, memorySource } from '../bytes/byte-source.ts';

/** Takes a body as it arrives; a small one stays in memory, a larger one goes to a file. */
export interface BodyCollector {
  readonly length: number;
  /** Why the body may not have so many bytes more: a bound of the run; null where it may. */
  refusal(bytes: number): string | null;
  /** Keeps no more than the beginning of a body that met a bound, and takes nothing further. */
  cut(why: string): void;
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

export interface SpoolLimits {
  /** Bodies of up to so many bytes never reach a file. */
  readonly inMemory: number;
  /** Largest body. */
  readonly body: number;
  /** All files together; default `BOUNDS.temporaryFiles`. */
  readonly files?: number;
  /** Bodies together that were cut, after which the next is cut at `afterwards`; defaults `BOUNDS.wasted` and 64 MiB. */
  readonly wasted?: number;
  readonly afterwards?: number;
}

/** What the bodies of a run used so far, in bytes. */
interface Used {
  files: number;
  wasted: number;
}

/**
 * A spool in a folder. A body that meets a bound is not kept, so that a server whose answers never end fills no disk;
 * after some of them it is not read for as long as before either.
 */
export function createSpool(folder: string, limits: SpoolLimits): Spool {
  const opened: FileSource[] = [];
  const used: Used = { files: 0, wasted: 0 };
  return {
    collector: (id) => createCollector(folder, id, { ...DEFAULTS, ...limits }, used, (source) => opened.push(source)),
    close() {
      for (const source of opened.splice(0)) source.close();
    },
  };
}

const DEFAULTS = {
  files: BOUNDS.temporaryFiles.limit,
  wasted: BOUNDS.wasted.limit,
  afterwards: BOUNDS.answerBeforehand.limit,
};

function createCollector(
  folder: string,
  id: string,
  limits: Required<SpoolLimits>,
  used: Used,
  opened: (source: FileSource) => void,
): BodyCollector {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let refused: string | null = null;
  let file: { readonly path: string; readonly descriptor: number } | null = null;
  const largest = used.wasted < limits.wasted ? limits.body : Math.min(limits.body, limits.afterwards);
  const write = (descriptor: number, bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
  };
  return {
    get length() {
      return length;
    },
    push(chunk) {
      if (refused !== null) return;
      length += chunk.length;
      if (!file && length <= limits.inMemory) {
        pieces.push(chunk);
        return;
      }
      if (!file) {
        mkdirSync(folder, { recursive: true });
        const name = `${id.replaceAll(/[^A-Za-z0-9.-]/g, '_').slice(0, 80)}.${randomUUID().slice(0, 8)}.spool`;
        const path = join(folder, name);
        file = { path, descriptor: openSync(path, 'wx', 0o600) };
        for (const piece of pieces) write(file.descriptor, piece);
        used.files += length - chunk.length;
        pieces = [];
      }
      write(file.descriptor, chunk);
      used.files += chunk.length;
    },
    refusal(bytes) {
      if (refused !== null) return refused;
      if (length + bytes > largest) return `the body is larger than the limit of ${largest} bytes`;
      const isSpooled = length + bytes > limits.inMemory;
      if (isSpooled && used.files + bytes > limits.files)
        return `the answers of this run would take more than ${limits.files} bytes of temporary files`;
      return null;
    },
    cut(why) {
      if (refused !== null) return;
      refused = why;
      used.wasted += length;
      if (!file) return;
      closeSync(file.descriptor);
      const spooled = fileSource(file.path);
      pieces = [spooled.read(0, limits.inMemory)];
      spooled.close();
      rmSync(file.path);
      used.files -= length;
      length = Math.min(length, limits.inMemory);
      file = null;
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
