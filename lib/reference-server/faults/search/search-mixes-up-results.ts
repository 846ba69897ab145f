import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { changeList, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

/** Attributes that each result takes from the one after it: name in the fault's id, keyword, tag, who has to notice. */
const MIXED_UP = [
  ['retrieve-urls', 'RetrieveURL', '00081190', 'QIDO-021'],
  ['series-numbers', 'SeriesNumber', '00200011', 'QIDO-025'],
  ['instance-numbers', 'InstanceNumber', '00200013', 'QIDO-027'],
] as const;

function withNext(list: readonly DicomJsonDataSet[], tag: string): DicomJsonDataSet[] {
  return list.map((dataSet, index) => {
    const next = list[(index + 1) % list.length]?.[tag];
    return dataSet[tag] && next ? { ...dataSet, [tag]: next } : dataSet;
  });
}

/** One fault for each attribute that is mixed up between the results of a list. */
export const searchMixesUpResults: readonly Fault[] = MIXED_UP.map(([name, keyword, tag, requirement]) => ({
  id: `search-mixes-up-${name}`,
  title: `gives each result the ${keyword} of the next one`,
  operations: ['lists'],
  requirements: [requirement],
  behaviour: () => changeList(on('search'), (list) => withNext(list, tag)),
}));
