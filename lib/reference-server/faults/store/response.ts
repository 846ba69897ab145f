import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { changeAnswer, changeContentType, changeDataSets, changeRequest, on } from '../../changes/answers.ts';
import { changeAttribute, dropAttribute, withEach, withoutAttribute } from '../../changes/attributes.ts';
import { changeReferences } from '../../changes/change-items.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Faults of the response to a store in which everything was stored. */
export const STORE_RESPONSE: readonly Fault[] = [
  {
    id: 'store-without-content-type',
    title: 'leaves out the Content-Type of a store response',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-027', 'COMMON-017'],
    behaviour: () => changeContentType(on('store'), () => null),
  },
  {
    id: 'store-labelled-as-html',
    title: 'labels the store response as text/html',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-014', 'STOW-015'],
    behaviour: () => changeContentType(on('store'), () => 'text/html'),
  },
  {
    id: 'store-response-empty',
    title: 'answers a store with 200 and no body',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-013'],
    breach: 'store-response-empty',
    behaviour: () => changeAnswer(on('store'), (answer) => ({ ...answer, content: { kind: 'none' } })),
  },
  {
    id: 'store-response-of-its-own',
    title: 'answers a store with JSON that is no DICOM JSON',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-013'],
    breach: 'store-response-without-module',
    behaviour: () =>
      changeAnswer(on('store'), (answer) => ({
        ...answer,
        content: { kind: 'bytes', mediaType: 'application/dicom+json', bytes: Buffer.from('{"status":"success"}') },
      })),
  },
  {
    id: 'store-response-in-array',
    title: 'puts the store response module into an array',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-014'],
    breach: 'store-response-in-array',
    behaviour: () =>
      changeAnswer(on('store'), (answer) =>
        answer.content.kind === 'json'
          ? { ...answer, content: { ...answer.content, value: [answer.content.value].flat() } }
          : answer,
      ),
  },
  {
    id: 'store-response-as-xml',
    title: 'answers in XML though JSON was asked for',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-015'],
    breach: 'store-response-in-other-type',
    behaviour: () =>
      changeRequest(on('store'), (request) => ({
        ...request,
        headers: { ...request.headers, accept: 'application/dicom+xml' },
      })),
  },
  {
    id: 'store-response-without-references',
    title: 'leaves out ReferencedSOPSequence though everything was stored',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-013', 'STOW-016'],
    breach: 'store-response-without-lists',
    behaviour: () => dropAttribute(on('store'), '00081199'),
  },
  {
    id: 'store-response-repeats-reference',
    title: 'lists a stored instance twice',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-016'],
    breach: 'store-lists-twice',
    behaviour: () =>
      changeAttribute(on('store'), '00081199', ({ vr, Value = [] }) => ({ vr, Value: [...Value, ...Value] })),
  },
  {
    id: 'store-response-null-item',
    title: 'adds null to the items of ReferencedSOPSequence',
    scenarios: TUTORIAL.store,
    requirements: ['JSON-015'],
    behaviour: () =>
      changeAttribute(on('store'), '00081199', ({ vr, Value = [] }) => ({ vr, Value: [...Value, null] })),
  },
  {
    id: 'store-response-names-another-instance',
    title: 'names an instance that was not sent in the response',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-016', 'STOW-017'],
    breach: 'store-lists-unknown-instance',
    behaviour: () => changeReferences((item) => ({ ...item, '00081155': { vr: 'UI', Value: ['2.25.42'] } })),
  },
  {
    id: 'store-response-names-another-class',
    title: 'names another SOP Class in the response than was sent',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-017'],
    breach: 'store-item-of-another-class',
    behaviour: () =>
      changeReferences((item) => ({
        ...item,
        '00081150': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.2'] },
      })),
  },
  {
    id: 'store-response-without-class',
    title: 'leaves ReferencedSOPClassUID out of the response',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-017'],
    breach: 'store-item-without-attribute',
    behaviour: () => changeReferences((item) => withoutAttribute(item, '00081150')),
  },
  {
    id: 'store-response-without-instance',
    title: 'leaves ReferencedSOPInstanceUID out of the response',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-017'],
    breach: 'store-item-without-instance',
    behaviour: () => changeReferences((item) => withoutAttribute(item, '00081155')),
  },
  {
    id: 'store-response-lists-failures',
    title: 'lists the stored instances as failed too',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-018'],
    breach: 'stored-listed-as-failed',
    behaviour: () =>
      changeDataSets(on('store'), (module) => ({
        ...module,
        '00081198': {
          vr: 'SQ',
          Value: (module['00081199']?.Value ?? []).map((item) => ({
            ...(item as DicomJsonDataSet),
            '00081197': { vr: 'US', Value: [272] },
          })),
        },
      })),
  },
  {
    id: 'store-response-lists-other-failures',
    title: 'reports a failure though everything was stored',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-025'],
    breach: 'other-failure-without-cause',
    behaviour: () =>
      changeDataSets(on('store'), (module) => ({
        ...module,
        '0008119A': { vr: 'SQ', Value: [{ '00081197': { vr: 'US', Value: [272] } }] },
      })),
  },
  {
    id: 'store-response-with-warning-reason',
    title: 'gives a WarningReason though nothing was changed',
    scenarios: TUTORIAL.store,
    requirements: ['STOW-007', 'STOW-023'],
    breach: 'store-warning-status',
    behaviour: () => changeReferences((item) => ({ ...item, '00081196': { vr: 'US', Value: [45056] } })),
  },
  {
    id: 'store-response-uids-without-array',
    title: 'writes the UIDs of the response without the array around them',
    scenarios: TUTORIAL.store,
    requirements: ['JSON-008'],
    behaviour: () =>
      changeReferences(
        (item) =>
          withEach(
            item,
            () => true,
            ({ vr, Value = [] }) => ({ vr, Value: Value[0] }),
          ) as typeof item,
      ),
  },
];
