import { memorySource } from '../../bytes/byte-source.ts';
import { changePayloads, on } from '../changes/answers.ts';
import { damage, rewrite } from '../changes/files.ts';
import type { OddServer } from './odd-server.ts';

function rewritten(bytes: Uint8Array): Uint8Array {
  const identity = rewrite(bytes, {
    meta: (elements) => {
      const text = (tag: string, vr: 'UI' | 'SH', value: string): void => {
        elements.set(tag, { tag, vr, offset: 0, value: memorySource(Buffer.from(value)) });
      };
      text('00020012', 'UI', '2.25.4711');
      text('00020013', 'SH', 'ODD_1.0');
    },
  });
  return damage(identity, (copy) => copy.fill(0, 0, 128));
}

/** Preamble and implementation identity belong to whoever wrote the file (PS3.10 §7.1). */
export const filesRewritten: OddServer = {
  id: 'files-rewritten',
  title: 'returns files with a cleared preamble and its own implementation identity',
  behaviour: () => changePayloads(on('retrieve'), rewritten),
};
