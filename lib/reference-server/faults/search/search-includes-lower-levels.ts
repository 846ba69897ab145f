import { tagOf } from '../../../dicom/dictionary.ts';
import { attributesOf } from '../../attributes-of.ts';
import { changeList, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchIncludesLowerLevels: Fault = {
  id: 'search-includes-lower-levels',
  title: 'returns attributes of some series or instance with a study when includefield names them',
  operations: ['include-levels'],
  requirements: ['QIDO-033'],
  behaviour: () =>
    changeList(on('search'), (list, { query }, archive) => {
      const tags = query.flatMap(([name, value]) => (name === 'includefield' ? [tagOf(value) ?? value] : []));
      return list.map((dataSet) => {
        const study = String(dataSet['0020000D']?.Value?.[0]);
        const [some] = archive.select({ study });
        const attributes = some ? attributesOf(some) : {};
        const named = tags.flatMap((tag) => (attributes[tag] ? [[tag, attributes[tag]] as const] : []));
        return { ...Object.fromEntries(named), ...dataSet };
      });
    }),
};
