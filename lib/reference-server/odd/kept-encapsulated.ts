import { memorySource, readAll } from '../../bytes/byte-source.ts';
import { rewrite } from '../changes/files.ts';
import { changeStored } from '../changes/stored.ts';
import type { OddServer } from './odd-server.ts';

const PIXEL_DATA = '7FE00010';
const ENCAPSULATED_UNCOMPRESSED = '1.2.840.10008.1.2.1.98';

/** One item holds it all: enough for images of one frame. */
function encapsulated(bytes: Uint8Array): Uint8Array {
  return rewrite(bytes, {
    transferSyntax: ENCAPSULATED_UNCOMPRESSED,
    dataSet: (elements) => {
      const pixels = elements.get(PIXEL_DATA);
      if (!pixels || pixels.fragments) return;
      const fragments = [memorySource(readAll(pixels.value))];
      elements.set(PIXEL_DATA, { ...pixels, vr: 'OB', fragments, basicOffsetTable: [] });
    },
  });
}

export const keptEncapsulated: OddServer = {
  id: 'kept-encapsulated',
  title: 'keeps native pixel data encapsulated, and gives them out so to whoever takes any transfer syntax',
  behaviour: () => changeStored(encapsulated, { transferSyntax: ENCAPSULATED_UNCOMPRESSED }),
};
