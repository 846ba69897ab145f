import { MODALITIES } from './modality/index.ts';
import type { Share } from './synthesise.ts';

/** What an archive of a general hospital takes in, by number of instances. */
const USUAL_MIX = 'CT:50,MR:30,CR:8,DX:6,US:4,SM:2';

/**
 * Modalities and their weights from `CT`, `CT:50,MR:50`, or `mix` for the usual mix. Throws a RangeError that names
 * what is wrong and what there is.
 */
export function parseMix(text: string): readonly Share[] {
  const entries = (text === 'mix' ? USUAL_MIX : text).split(',').map(parseShare);
  const codes = new Set(entries.map(({ modality }) => modality.code));
  if (codes.size < entries.length) throw new RangeError(`"${text}" names a modality twice`);
  return entries;
}

function parseShare(entry: string): Share {
  const [code = '', weightText = '1', ...rest] = entry.trim().split(':');
  const modality = MODALITIES.get(code);
  if (modality === undefined) {
    throw new RangeError(
      `"${code}" is no modality that can be synthesised: there are ${[...MODALITIES.keys()].join(', ')}`,
    );
  }
  const weight = Number(weightText);
  if (rest.length > 0 || weightText === '' || !(weight > 0) || weight > 1e6) {
    throw new RangeError(`"${entry}" has no weight above 0: write CT:50,MR:50`);
  }
  return { modality, weight };
}
