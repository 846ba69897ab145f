import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type ByteSource, memorySource } from '../bytes/byte-source.ts';
import { type Part10, readPart10 } from '../dicom/part10.ts';
import { ACCESSION_BYTES, asciiBytes, NAME_BYTES, PATIENT_ID_BYTES } from '../portable/identity.ts';
import type { Layout, PoolFile } from '../portable/pool-file.ts';
import { randomFrom } from '../portable/random.ts';
import { uid, uidPrefix } from '../portable/uid.ts';
import { encodeText } from '../synthesis/character-set.ts';
import { type InstanceTemplate, instanceTemplate } from '../synthesis/instance-template.ts';
import { person } from '../synthesis/people.ts';
import { stamp } from '../synthesis/stamp.ts';
import { instanceValues } from '../synthesis/study.ts';
import type { Share } from '../synthesis/synthesise.ts';
import { EXPLICIT_LITTLE_ENDIAN } from '../synthesis/transfer-syntax.ts';

interface PoolOptions {
  readonly folder: string;
  readonly mix: readonly Share[];
  /** Bytes of an instance; null for the usual size of its modality. */
  readonly size: number | null;
  readonly seed: number;
  readonly names: PatientNames;
}

/** Which names patients have: those written in ASCII alone, or those of every language. */
export type PatientNames = 'ascii' | 'any';

const NAMES = 40;
const IS_ASCII = /^[ -~]+$/;
const DATE = '20240101';
const TIME = '120000';

/**
 * Writes the pool: one instance of each modality, which the load scripts stamp copies from, and `pool.json`, which
 * tells the offsets of the values in them. Returns the path of `pool.json`. Throws the file system's own error.
 */
export async function writePool({ folder, mix, size, seed, names }: PoolOptions): Promise<string> {
  const templates: PoolFile['templates'][number][] = [];
  for (const { modality, weight } of mix) {
    const made = instanceTemplate(modality, EXPLICIT_LITTLE_ENDIAN, size, seed);
    const header = stamp(made.template, placeholders(made));
    const file = `${modality.code}.dcm`;
    const handle = await open(join(folder, file), 'w');
    try {
      for (const segment of [header, ...made.pixelData.segments]) await handle.writeFile(segment);
    } finally {
      await handle.close();
    }
    templates.push({
      file,
      modality: modality.code,
      transferSyntax: made.transferSyntax.uid,
      weight,
      frameBytes: made.pixelData.length / made.geometry.frames,
      layout: layoutOf(made, header),
    });
  }
  const path = join(folder, 'pool.json');
  writeFileSync(path, JSON.stringify({ templates, names: drawnNames(seed, names) } satisfies PoolFile));
  return path;
}

/** Values that are as wide as those that the scripts write over them. */
function placeholders({ modality }: InstanceTemplate) {
  const prefix = uidPrefix(0, 0);
  const other = uid(prefix, 'other', 0, 0);
  return {
    '00080005': 'ISO_IR 192',
    '00080020': DATE,
    '00080021': DATE,
    '00080023': DATE,
    '0008002A': DATE + TIME,
    '00080030': TIME,
    '00080031': TIME,
    '00080033': TIME,
    '00080050': asciiBytes('', ACCESSION_BYTES),
    '00100010': asciiBytes('', NAME_BYTES),
    '00100020': asciiBytes('', PATIENT_ID_BYTES),
    '00100030': '',
    '00100040': '',
    '0020000D': uid(prefix, 'study', 0, 0),
    '00200010': '1',
    '0020000E': uid(prefix, 'series', 0, 0),
    '00200011': '1',
    '00200052': other,
    ...instanceValues(modality, uid(prefix, 'instance', 0, 0), 1),
  };
}

function layoutOf({ modality, geometry, pixelData }: InstanceTemplate, header: Uint8Array): Layout {
  const read = readPart10(withAnyPixels(header, pixelData.length));
  const at = (tag: string): number => valueOffset(read, tag);
  const present = (tags: readonly string[]): number[] => tags.filter((tag) => read.dataSet.elements.has(tag)).map(at);
  const samples = geometry.rows * geometry.columns * geometry.frames;
  return {
    studyInstanceUID: [at('0020000D')],
    seriesInstanceUID: [at('0020000E')],
    sopInstanceUID: [at('00020003'), at('00080018')],
    otherUID: present(['00200052']),
    dates: present(['00080020', '00080021', '00080023', '0008002A']),
    accessionNumber: at('00080050'),
    patientName: at('00100010'),
    patientID: at('00100020'),
    pixels: samples >= 16 ? at('7FE00010') : -1,
    bytesPerSample: modality.format.bitsAllocated / 8,
  };
}

/** The file as a reader of lengths sees it. The pixels, up to a gigabyte, are read as zeros and take no memory. */
function withAnyPixels(header: Uint8Array, pixels: number): ByteSource {
  const source = memorySource(header);
  return {
    length: header.length + pixels,
    read(offset, length) {
      const known = source.read(offset, length);
      const filled = new Uint8Array(Math.max(0, Math.min(length, this.length - offset)));
      filled.set(known);
      return filled;
    },
  };
}

/** Offset of a value in a file of Explicit VR Little Endian. */
function valueOffset({ fileMeta, dataSet }: Part10, tag: string): number {
  const element = fileMeta.elements.get(tag) ?? dataSet.elements.get(tag);
  if (!element) throw new Error(`the pool's instance has no ${tag}`);
  return element.offset + (tag === '7FE00010' ? 12 : 8);
}

/** Names of people in UTF-8, padded with spaces; only those that fit NAME_BYTES. */
function drawnNames(seed: number, which: PatientNames): PoolFile['names'] {
  const random = randomFrom(seed);
  const found: PoolFile['names'][number][] = [];
  while (found.length < NAMES) {
    const { name } = person(random);
    const bytes = encodeText(name, 'ISO_IR 192');
    if (bytes.length > NAME_BYTES || (which === 'ascii' && !IS_ASCII.test(name))) continue;
    const filled = Buffer.alloc(NAME_BYTES, 0x20);
    bytes.copy(filled);
    found.push({ text: name, bytes: filled.toString('base64') });
  }
  return found;
}
