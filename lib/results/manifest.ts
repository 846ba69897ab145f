import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BOUNDS } from '../bounds.ts';
import { readRegularFile } from '../errors/regular-file.ts';
import { writeWhole } from './write-whole.ts';

export const MANIFEST_FILE = 'manifest.json';
/** Made over the manifest, so the manifest cannot list it. */
export const SIGNATURE_FILE = 'signature.json';
const MANIFEST_SCHEMA = 'dicomweb-harness/manifest/1';

interface ManifestEntry {
  /** Path below the run folder, with forward slashes. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly schema: typeof MANIFEST_SCHEMA;
  readonly files: readonly ManifestEntry[];
}

/** What differs between a run folder and its manifest. */
export interface Tampering {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/**
 * Hashes every file of the run folder into `manifest.json` and returns the hash of the manifest itself. A signature of
 * an earlier manifest is removed: it would not fit this one.
 */
export function writeManifest(runFolder: string): string {
  const manifest: Manifest = {
    schema: MANIFEST_SCHEMA,
    files: filesBelow(runFolder).map((path) => entryOf(runFolder, path)),
  };
  rmSync(join(runFolder, SIGNATURE_FILE), { force: true });
  writeWhole(join(runFolder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifestHash(runFolder);
}

/** SHA-256 of the manifest: quoted outside the folder, it vouches for every file in it. */
export function manifestHash(runFolder: string): string {
  return createHash('sha256').update(manifestBytes(runFolder)).digest('hex');
}

/** The bytes that are hashed and signed. @throws UnusableFile where the folder has no such file. */
export function manifestBytes(runFolder: string): Buffer {
  return readRegularFile(join(runFolder, MANIFEST_FILE), { most: BOUNDS.resultsFile.limit, within: runFolder });
}

/** Reads the manifest of a run folder. Throws a SyntaxError when it is no manifest, UnusableFile when there is none. */
export function readManifest(runFolder: string): Manifest {
  const read: unknown = JSON.parse(manifestBytes(runFolder).toString('utf8'));
  if (!isManifest(read)) throw new SyntaxError(`${MANIFEST_FILE} is not of the form ${MANIFEST_SCHEMA}`);
  return read;
}

/** Compares every file of the folder with the manifest; needs nothing but the folder. */
export function findTampering(runFolder: string, manifest: Manifest): Tampering {
  const present = new Set(filesBelow(runFolder));
  const listed = new Set(manifest.files.map(({ path }) => path));
  const changed = manifest.files.filter(({ path, size, sha256 }) => {
    if (!present.has(path)) return false;
    const now = entryOf(runFolder, path);
    return now.size !== size || now.sha256 !== sha256;
  });
  return {
    changed: changed.map(({ path }) => path),
    missing: [...listed].filter((path) => !present.has(path)),
    added: [...present].filter((path) => !listed.has(path)),
  };
}

/** Every file below the folder but the manifest and its signature, sorted; symbolic links are listed and not followed. */
function filesBelow(runFolder: string): string[] {
  const paths: string[] = [];
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(runFolder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (path !== MANIFEST_FILE && path !== SIGNATURE_FILE) paths.push(path);
    }
  };
  walk('');
  return paths.sort();
}

const CHUNK = 1 << 20;

function entryOf(runFolder: string, path: string): ManifestEntry {
  const full = join(runFolder, path);
  const stat = lstatSync(full);
  if (!stat.isFile()) return { path, size: -1, sha256: '' };
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = openSync(full, 'r');
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return { path, size: stat.size, sha256: hash.digest('hex') };
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null || !('schema' in value) || !('files' in value)) return false;
  return value.schema === MANIFEST_SCHEMA && Array.isArray(value.files) && value.files.every(isEntry);
}

function isEntry(value: unknown): value is ManifestEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { path, size, sha256 } = value as Partial<Record<keyof ManifestEntry, unknown>>;
  return typeof path === 'string' && typeof size === 'number' && typeof sha256 === 'string';
}
