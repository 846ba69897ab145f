import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { changeAnswer, changeDataSets, on } from '../../changes/answers.ts';
import { dropAttribute, withoutAttribute } from '../../changes/attributes.ts';
import { changeModule, changeReferences } from '../../changes/change-items.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

const RETRIEVE_URL = '00081190';

/** Faults of the URLs in the response to a store: RetrieveURL, Location, Content-Location. */
export const STORE_URLS: readonly Fault[] = [
  {
    id: 'store-response-without-study-url',
    title: 'leaves the RetrieveURL of the study out of the response',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-021'],
    breach: 'store-response-without-url',
    behaviour: () => dropAttribute(on('store'), RETRIEVE_URL),
  },
  {
    id: 'store-response-without-instance-url',
    title: 'leaves the RetrieveURL of instances out of the response',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-021'],
    breach: 'store-response-without-url',
    behaviour: () => changeReferences((item) => withoutAttribute(item, RETRIEVE_URL)),
  },
  {
    id: 'store-retrieve-url-dead',
    title: 'hands out a RetrieveURL after a store that leads nowhere',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-022'],
    behaviour: () =>
      changeReferences((item) => ({
        ...item,
        [RETRIEVE_URL]: { vr: 'UR', Value: [`${item[RETRIEVE_URL]?.Value?.[0]}/gone`] },
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
        [RETRIEVE_URL]: { vr: 'UR', Value: [`${module[RETRIEVE_URL]?.Value?.[0]}/gone`] },
      })),
  },
  {
    id: 'store-response-without-location',
    title: 'leaves out Location and Content-Location though something was created',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-028'],
    breach: 'store-without-location',
    behaviour: () => changeAnswer(on('store'), (answer) => ({ ...answer, headers: [] })),
  },
  {
    id: 'store-location-of-another-study',
    title: 'names another study in Location and Content-Location than the one that was stored',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-028'],
    breach: 'store-location-of-another-study',
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
    breach: 'retrieve-url-of-another-resource',
    behaviour: () =>
      changeModule((module) => {
        const items = (module['00081199']?.Value ?? []) as readonly DicomJsonDataSet[];
        const Value = items.map((item, index) => ({
          ...item,
          [RETRIEVE_URL]: items[(index + 1) % items.length]?.[RETRIEVE_URL],
        }));
        return items.length > 1 ? { ...module, '00081199': { vr: 'SQ', Value } } : module;
      }),
  },
];
