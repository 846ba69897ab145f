import { deflateRawSync } from 'node:zlib';
import { memorySource, readAll } from '../../bytes/byte-source.ts';
import type { DataElement } from '../../dicom/data-set.ts';
import { isPart10, type Part10, readPart10 } from '../../dicom/part10.ts';
import { isDeflated } from '../../dicom/transfer-syntax.ts';
import { encodeDataSet, encodeFileMeta } from '../retrieve/encode.ts';

export type Elements = Map<string, DataElement>;

/** What is written otherwise; what is left out stays. */
export interface Rewriting {
  readonly meta?: (elements: Elements) => void;
  readonly dataSet?: (elements: Elements) => void;
  /** Transfer syntax that the file meta information names, whatever the data set is encoded in. */
  readonly transferSyntax?: string;
}

/** Where the file meta information ends, and the native pixel data begin and end. */
export interface Layout {
  readonly fileMetaEnd: number;
  readonly pixels: { readonly start: number; readonly end: number } | null;
}

const LONG_HEADER = 12;

/** Only files are damaged: a part of another kind stays as it is. */
function onFile(bytes: Uint8Array, change: (file: Part10, copy: Buffer) => Uint8Array): Uint8Array {
  const source = memorySource(bytes);
  return isPart10(source) ? change(readPart10(source), Buffer.from(bytes)) : bytes;
}

/** Damages the bytes of a PS3.10 file. Of a deflated one no position is known. */
export function damage(bytes: Uint8Array, change: (copy: Buffer, layout: Layout) => Uint8Array): Uint8Array {
  return onFile(bytes, ({ fileMetaEnd, dataSet, transferSyntax }, copy) => {
    if (isDeflated(transferSyntax)) return change(copy, { fileMetaEnd, pixels: null });
    const element = dataSet.elements.get('7FE00010');
    const start = (element?.offset ?? 0) + LONG_HEADER;
    const pixels = element && !element.fragments ? { start, end: start + element.value.length } : null;
    return change(copy, { fileMetaEnd, pixels });
  });
}

/** Damages the pixels of a PS3.10 file that has native ones. */
export function damagePixels(bytes: Uint8Array, change: (pixels: Buffer) => void): Uint8Array {
  return damage(bytes, (copy, { pixels }) => {
    if (pixels) change(copy.subarray(pixels.start, pixels.end));
    return copy;
  });
}

/** Writes a PS3.10 file anew with other elements in its file meta information or its data set. */
export function rewrite(bytes: Uint8Array, change: Rewriting): Uint8Array {
  return onFile(bytes, ({ preamble, fileMeta, dataSet, transferSyntax }) => {
    const meta: Elements = new Map(fileMeta.elements);
    const elements: Elements = new Map(dataSet.elements);
    change.meta?.(meta);
    change.dataSet?.(elements);
    const written = change.transferSyntax ?? transferSyntax;
    const encoded = encodeDataSet({ ...dataSet, elements });
    return Buffer.concat([
      ...encodeFileMeta(readAll(preamble), meta, written),
      ...(isDeflated(written) ? [deflateRawSync(Buffer.concat([...encoded]))] : encoded),
    ]);
  });
}

/** Gives an element that is there another value, as text. */
export function setText(elements: Elements, tag: string, text: string): void {
  const element = elements.get(tag);
  if (element) elements.set(tag, { ...element, value: memorySource(Buffer.from(text)) });
}
