import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { changeAnswer, changeDataSets, on } from '../../changes/answers.ts';
import { dropAttribute, withoutAttribute } from '../../changes/attributes.ts';
import { changeReferences } from '../../changes/change-items.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

const URL = '00081190';

/** Faults of the URLs in the response to a store: RetrieveURL, Location, Content-Location. */
export const STORE_URLS: readonly Fault[] = [
  {
    id: 'store-response-without-study-url',
    title: 'leaves the RetrieveURL of the study out of the response',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-021'],
    behaviour: () => dropAttribute(on('store'), '00081190'),
  },
  {
    id: 'store-response-without-instance-url',
    title: 'leaves the RetrieveURL of instances out of the response',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-021'],
    behaviour: () => changeReferences((item) => withoutAttribute(item, '00081190')),
  },
  {
    id: 'store-retrieve-url-dead',
    title: 'hands out a RetrieveURL after a store that leads nowhere',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-022'],
    behaviour: () =>
      changeReferences((item) => ({
        ...item,
        '00081190': { vr: 'UR', Value: [`${item['00081190']?.Value?.[0]}/gone`] },
      })),
  },
  {
    id: 'store-study-url-dead',
    title: 'hands out a RetrieveURL of the study after a store that leads nowhere',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-022'],
    behaviour: () =>
      changeDataSets(on('store'), (module) => ({
        ...module,
        '00081190': { vr: 'UR', Value: [`${module['00081190']?.Value?.[0]}/gone`] },
      })),
  },
  {
    id: 'store-response-without-location',
    title: 'leaves out Location and Content-Location though something was created',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-028'],
    behaviour: () => changeAnswer(on('store'), (answer) => ({ ...answer, headers: [] })),
  },
  {
    id: 'store-location-of-another-study',
    title: 'locates another study than the one that was stored into',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-028'],
    behaviour: () =>
      changeAnswer(on('store'), (answer) => ({
        ...answer,
        headers: answer.headers.map(
          ([name, value]) => [name, value.replace(/studies\/[0-9.]+/, 'studies/1.2.3')] as const,
        ),
      })),
  },
  {
    id: 'store-mixes-up-retrieve-urls',
    title: 'gives each stored instance the RetrieveURL of the next one',
    scenarios: ['several-stores'],
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
  },
];
