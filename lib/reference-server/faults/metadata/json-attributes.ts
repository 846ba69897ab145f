import { keywordOf } from '../../../dicom/dictionary.ts';
import type { DicomJsonAttribute } from '../../../dicom/json.ts';
import { changeDataSets, on } from '../../changes/answers.ts';
import { changeAttribute, changeAttributes } from '../../changes/attributes.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Whether an attribute has its vr and nothing else. */
function isEmpty(attribute: DicomJsonAttribute): boolean {
  return Object.keys(attribute).length === 1;
}

/** Faults in how metadata writes attributes in DICOM JSON: tags, VRs, Value arrays, attributes without a value. */
export const METADATA_JSON_ATTRIBUTES: readonly Fault[] = [
  {
    id: 'metadata-keys-in-lower-case',
    title: 'writes tags with small letters',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-003'],
    breach: 'json-name-no-tag',
    behaviour: () =>
      changeDataSets(on('metadata'), (dataSet) =>
        Object.fromEntries(Object.entries(dataSet).map(([tag, attribute]) => [tag.toLowerCase(), attribute])),
      ),
  },
  {
    id: 'metadata-keys-are-keywords',
    title: 'writes keywords in the place of tags',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-003'],
    breach: 'json-name-no-tag',
    behaviour: () =>
      changeDataSets(on('metadata'), (dataSet) =>
        Object.fromEntries(Object.entries(dataSet).map(([tag, attribute]) => [keywordOf(tag) ?? tag, attribute])),
      ),
  },
  {
    id: 'metadata-value-in-small-letters',
    title: 'names the member that holds values with a small letter',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-008', 'WADO-RS-030'],
    breach: 'json-unknown-member',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ Value }) => Value !== undefined,
        ({ vr, Value: value }) => ({ vr, value }),
      ),
  },
  {
    id: 'metadata-with-group-length',
    title: 'writes a group length attribute',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-005'],
    breach: 'json-group-length',
    behaviour: () =>
      changeDataSets(on('metadata'), (dataSet) => ({ '00080000': { vr: 'UL', Value: [200] }, ...dataSet })),
  },
  {
    id: 'metadata-without-vr',
    title: 'leaves out the vr of attributes',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-006'],
    breach: 'json-vr-missing',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        () => true,
        ({ vr: _, ...others }) => others,
      ),
  },
  {
    id: 'metadata-vr-in-lower-case',
    title: 'writes VRs with small letters',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-006'],
    breach: 'json-vr-unknown',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        () => true,
        (attribute) => ({ ...attribute, vr: attribute.vr.toLowerCase() }),
      ),
  },
  {
    id: 'metadata-vr-wrong',
    title: 'gives Patient ID the VR SH',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-007'],
    breach: 'json-vr-wrong',
    behaviour: () => changeAttribute(on('metadata'), '00100020', (attribute) => ({ ...attribute, vr: 'SH' })),
  },
  {
    id: 'metadata-value-not-in-array',
    title: 'writes single values without the array around them',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-008'],
    breach: 'json-value-no-array',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ Value }) => Value?.length === 1,
        ({ vr, Value = [] }) => ({ vr, Value: Value[0] }),
      ),
  },
  {
    id: 'metadata-value-beside-uri',
    title: 'gives Value and BulkDataURI for the same attribute',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-008'],
    breach: 'json-binary-as-values',
    behaviour: () => changeAttribute(on('metadata'), '7FE00010', (attribute) => ({ ...attribute, Value: [0] })),
  },
  {
    id: 'metadata-null-for-empty',
    title: 'writes [null] for attributes without a value',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-016'],
    breach: 'json-empty-written',
    behaviour: () => changeAttributes(on('metadata'), isEmpty, ({ vr }) => ({ vr, Value: [null] })),
  },
  {
    id: 'metadata-blank-for-empty',
    title: 'writes an empty string for attributes without a value',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-016'],
    breach: 'json-empty-written',
    behaviour: () => changeAttributes(on('metadata'), isEmpty, ({ vr }) => ({ vr, Value: [''] })),
  },
  {
    id: 'metadata-empty-array-for-empty',
    title: 'writes an empty array for attributes without a value',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-016'],
    breach: 'json-empty-written',
    behaviour: () => changeAttributes(on('metadata'), isEmpty, ({ vr }) => ({ vr, Value: [] })),
  },
  {
    id: 'metadata-empty-dropped',
    title: 'leaves attributes without a value out of metadata',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-016', 'WADO-RS-033'],
    breach: 'metadata-lacks-empty-attribute',
    behaviour: () =>
      changeDataSets(on('metadata'), (dataSet) =>
        Object.fromEntries(Object.entries(dataSet).filter(([, attribute]) => !isEmpty(attribute))),
      ),
  },
];
