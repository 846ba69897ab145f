import type { Schema } from './attribute-schema.ts';
import { must, should } from './breach.ts';

/** A data set: attribute objects by tag (PS3.18 §F.2.2). Items of sequences are data sets as well. */
export const dataSetSchema: Schema = {
  $id: 'data-set',
  type: 'object',
  propertyNames: {
    allOf: [
      { pattern: '^[0-9A-F]{8}$', ...must('JSON-003', 'a tag as eight upper-case hexadecimal digits') },
      { not: { pattern: '^.{4}0000$' }, ...must('JSON-005', 'no group length element') },
    ],
  },
  additionalProperties: { $ref: 'attribute' },
};

const listOf = (what: string, requirement: string): Schema => ({
  type: 'array',
  items: { type: 'object', ...must(requirement, 'a data set object as array element') },
  ...must(requirement, `one array at the top with a data set for each ${what}`),
});

/** Search results: an array of data sets (PS3.18 §F.2.1, §10.6.3.3). */
export const searchResultsSchema: Schema = { $id: 'search-results', ...listOf('match', 'QIDO-005') };

/** Metadata: an array of data sets, one an instance (PS3.18 §F.2.1, §10.4.3.3.2). */
export const metadataSchema: Schema = { $id: 'metadata', ...listOf('instance', 'WADO-RS-030') };

type Annotation = ReturnType<typeof must>;

/** An attribute of that VR with exactly one value. */
const oneValue = (vr: string, value: Schema, annotation: Annotation): Schema => ({
  type: 'object',
  required: ['vr', 'Value'],
  properties: {
    vr: { const: vr, ...annotation },
    Value: { type: 'array', minItems: 1, maxItems: 1, items: { ...value, ...annotation }, ...annotation },
  },
  ...annotation,
});

const text: Schema = { type: 'string', minLength: 1 };

const uid = (keyword: string): Schema => oneValue('UI', text, must('STOW-017', `${keyword} as UI with one value`));

const sopReference: Schema = {
  allOf: [
    { required: ['00081150'], ...must('STOW-017', 'ReferencedSOPClassUID in the item') },
    { required: ['00081155'], ...must('STOW-017', 'ReferencedSOPInstanceUID in the item') },
  ],
  properties: { '00081150': uid('ReferencedSOPClassUID'), '00081155': uid('ReferencedSOPInstanceUID') },
};

const reason = (requirement: string, keyword: string): Schema =>
  oneValue(
    'US',
    { type: 'integer', minimum: 1, maximum: 65535 },
    must(requirement, `${keyword} as US with one integer from 1 to 65535`),
  );

const url = must('STOW-021', 'RetrieveURL as UR with at most one value');

/** RetrieveURL may be without value (type 2); UT was its VR in older editions. */
const retrieveUrl: Schema = {
  type: 'object',
  required: ['vr'],
  properties: {
    vr: {
      allOf: [
        { enum: ['UR', 'UT'], ...url },
        { not: { const: 'UT' }, ...should('STOW-021', 'UR as VR of RetrieveURL') },
      ],
    },
    Value: { type: 'array', maxItems: 1, items: { ...text, ...url }, ...url },
  },
  ...url,
};

const sequence = (requirement: string, keyword: string, item: Schema): Schema => {
  const annotation = must(requirement, `${keyword} as SQ of items`);
  return {
    type: 'object',
    required: ['vr'],
    properties: {
      vr: { const: 'SQ', ...annotation },
      Value: { type: 'array', items: { type: 'object', ...item, ...annotation }, ...annotation },
    },
    ...annotation,
  };
};

/** The Store Instances Response Module as one data set (PS3.18 Table I.1-1). */
export const storeResponseSchema: Schema = {
  $id: 'store-response',
  type: 'object',
  properties: {
    '00081190': retrieveUrl,
    '00081198': sequence('STOW-018', 'FailedSOPSequence', {
      allOf: [
        sopReference,
        { required: ['00081197'], ...must('STOW-019', 'FailureReason in the item') },
        { properties: { '00081197': reason('STOW-019', 'FailureReason') } },
      ],
    }),
    '00081199': sequence('STOW-016', 'ReferencedSOPSequence', {
      allOf: [
        sopReference,
        { required: ['00081190'], ...should('STOW-021', 'RetrieveURL in the item') },
        { properties: { '00081190': retrieveUrl, '00081196': reason('STOW-023', 'WarningReason') } },
      ],
    }),
    '0008119A': sequence('STOW-025', 'OtherFailuresSequence', {
      required: ['00081197'],
      properties: { '00081197': reason('STOW-025', 'FailureReason') },
    }),
  },
  allOf: [{ required: ['00081190'], ...should('STOW-021', 'RetrieveURL at the top of the module') }],
  ...must('STOW-013', 'the Store Instances Response Module as a data set'),
};
