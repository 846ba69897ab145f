import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

const URL = '00081190';

export const storeMixesUpRetrieveUrls: Fault = {
  id: 'store-mixes-up-retrieve-urls',
  title: 'gives each stored instance the RetrieveURL of the next one',
  operations: ['several-stores'],
  requirements: ['STOW-021'],
  behaviour: () =>
    changeAnswer(on('store'), (answer) => {
      const { content } = answer;
      if (content.kind !== 'json') return answer;
      const [module = {}] = [content.value].flat();
      const items = (module['00081199']?.Value ?? []) as readonly DicomJsonDataSet[];
      const Value = items.map((item, index) => ({ ...item, [URL]: items[(index + 1) % items.length]?.[URL] }));
      const value = { ...module, '00081199': { vr: 'SQ', Value } } as DicomJsonDataSet;
      return items.length > 1 ? { ...answer, content: { ...content, value } } : answer;
    }),
};
