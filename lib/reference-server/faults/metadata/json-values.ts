import type { DicomJsonPersonName } from '../../../dicom/json.ts';
import type { Behaviour } from '../../behaviour.ts';
import { changeDataSets, on } from '../../changes/answers.ts';
import { changeAttribute, changeAttributes } from '../../changes/attributes.ts';
import { datesWithDashes } from '../../changes/dates-with-dashes.ts';
import { namesAsStrings } from '../../changes/names-as-strings.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** The metadata with each person name written in another way. */
function changeNames(change: (name: DicomJsonPersonName | null) => object): Behaviour {
  return changeAttributes(
    on('metadata'),
    ({ vr, Value }) => vr === 'PN' && Value !== undefined,
    ({ vr, Value = [] }) => ({ vr, Value: Value.map((name) => change(name as DicomJsonPersonName | null)) }),
  );
}

/** Faults in how metadata writes values in DICOM JSON: numbers, person names, dates, UIDs. */
export const METADATA_JSON_VALUES: readonly Fault[] = [
  {
    id: 'metadata-first-value-alone',
    title: 'writes the first of several values and no other',
    scenarios: [...TUTORIAL.metadata, 'rich-instance'],
    requirements: ['JSON-017', 'JSON-018', 'WADO-RS-033'],
    breach: 'value-count-differs',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ vr, Value = [] }) => vr !== 'SQ' && Value.length > 1,
        ({ vr, Value = [] }) => ({ vr, Value: Value.slice(0, 1) }),
      ),
  },
  {
    id: 'metadata-number-as-string',
    title: 'writes US values as strings',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-010'],
    breach: 'json-number-no-number',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ vr }) => vr === 'US',
        ({ vr, Value = [] }) => ({ vr, Value: Value.map(String) }),
      ),
  },
  {
    id: 'metadata-text-as-number',
    title: 'writes SH values as numbers',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-009'],
    breach: 'json-text-no-string',
    behaviour: () =>
      changeAttribute(on('metadata'), '00200010', ({ vr, Value = [] }) => ({ vr, Value: Value.map(Number) })),
  },
  {
    id: 'metadata-name-as-string',
    title: 'writes person names as strings',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-013'],
    breach: 'json-name-no-object',
    behaviour: () => changeDataSets(on('metadata'), namesAsStrings),
  },
  {
    id: 'metadata-name-with-equals',
    title: 'writes all groups of a person name into the alphabetic one',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-014'],
    breach: 'json-name-group-joined',
    behaviour: () => changeNames((name) => ({ Alphabetic: `${name?.Alphabetic ?? ''}==` })),
  },
  {
    id: 'metadata-name-with-empty-groups',
    title: 'writes empty strings for missing groups of person names',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-014'],
    breach: 'json-name-group-empty',
    behaviour: () => changeNames((name) => ({ Ideographic: '', Phonetic: '', ...name })),
  },
  {
    id: 'metadata-name-groups-left-out',
    title: 'gives the alphabetic group alone of a person name',
    scenarios: ['rich-instance'],
    requirements: ['JSON-014', 'WADO-RS-033'],
    breach: 'name-groups-differ',
    behaviour: () => changeNames((name) => ({ Alphabetic: name?.Alphabetic ?? '' })),
  },
  {
    id: 'metadata-tags-in-parentheses',
    title: 'writes the tags that are values as (gggg,eeee)',
    scenarios: ['rich-instance'],
    requirements: ['JSON-012'],
    breach: 'json-attribute-tag-malformed',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ vr, Value }) => vr === 'AT' && Value !== undefined,
        ({ vr, Value = [] }) => ({
          vr,
          Value: Value.map((tag) => `(${String(tag).slice(0, 4)},${String(tag).slice(4)})`),
        }),
      ),
  },
  {
    id: 'metadata-gaps-closed',
    title: 'leaves out an empty value among several',
    scenarios: ['rich-instance'],
    requirements: ['JSON-017'],
    breach: 'values-without-gaps',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ Value }) => Value !== undefined,
        ({ vr, Value = [] }) => ({ vr, Value: Value.filter((value) => value !== null) }),
      ),
  },
  {
    id: 'metadata-inline-words-swapped',
    title: 'writes the words of an OW value in big endian',
    scenarios: ['rich-instance'],
    requirements: ['JSON-020'],
    breach: 'inline-bytes-differ',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ vr, InlineBinary }) => vr === 'OW' && InlineBinary !== undefined,
        ({ vr, InlineBinary = '' }) => ({
          vr,
          InlineBinary: Buffer.from(InlineBinary, 'base64').swap16().toString('base64'),
        }),
      ),
  },
  {
    id: 'metadata-joined-by-backslash',
    title: 'joins several values by backslashes',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-018'],
    breach: 'values-joined',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ vr, Value = [] }) => vr === 'CS' && Value.length > 1,
        ({ vr, Value = [] }) => ({ vr, Value: [Value.join('\\')] }),
      ),
  },
  {
    id: 'metadata-date-with-dashes',
    title: 'writes dates as 2020-09-22',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-022'],
    breach: 'value-differs',
    behaviour: () => changeDataSets(on('metadata'), datesWithDashes),
  },
  {
    id: 'metadata-uid-with-nul',
    title: 'leaves the padding byte in UIDs of metadata',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-023', 'JSON-022'],
    breach: 'json-value-malformed',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ vr }) => vr === 'UI',
        ({ vr, Value = [] }) => ({ vr, Value: Value.map((uid) => `${uid}\0`) }),
      ),
  },
  {
    id: 'metadata-integer-string-changed',
    title: 'adds 0.5 to IS values',
    scenarios: TUTORIAL.metadata,
    requirements: ['JSON-011'],
    breach: 'value-differs',
    behaviour: () =>
      changeAttributes(
        on('metadata'),
        ({ vr }) => vr === 'IS',
        ({ vr, Value = [] }) => ({ vr, Value: Value.map((value) => Number(value) + 0.5) }),
      ),
  },
];
