import { VALUE_REPRESENTATIONS, type ValueRepresentation } from '../dicom/vr.ts';
import { must, should } from './breach.ts';
import { JSON_SHAPES, type JsonShape } from './json-shapes.ts';

/** A JSON Schema of draft 2020-12. */
export type Schema = Readonly<Record<string, unknown>>;

const inline = must('JSON-019', 'InlineBinary only for OB OD OF OL OV OW and UN');

/** One element of Value, apart from null, which stands for a gap between values (PS3.18 §F.2.5). */
function elementSchema(vr: ValueRepresentation, shape: JsonShape): Schema {
  switch (shape.type) {
    case 'string':
      return all(
        { type: ['string', 'null'], ...must('JSON-009', `a JSON string for ${vr}`) },
        vr === 'AT' ? atSchema : formatSchema(vr, shape),
      );
    case 'number':
      return all(numberSchema(vr, shape), formatSchema(vr, shape));
    case 'number-or-string':
      return all(
        { type: ['number', 'string', 'null'], ...must('JSON-011', `a JSON number or string for ${vr}`) },
        formatSchema(vr, shape),
      );
    case 'name':
      return nameSchema(shape);
    case 'item':
      return all(
        { type: 'object', ...must('JSON-015', 'a data set object as item of a sequence') },
        { $ref: 'data-set' },
      );
    case 'binary':
      return {};
  }
}

/** JSON has no infinities and no NaN, and the standard does not say what stands for them: text is let pass for floats. */
const NON_FINITE = '^[+-]?(NaN|nan|Infinity|inf)$';

function numberSchema(vr: ValueRepresentation, shape: JsonShape): Schema {
  const number = { type: ['number', 'null'], ...must('JSON-010', `a JSON number for ${vr}`) };
  if (shape.integer) return number;
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { not: { type: 'string', pattern: NON_FINITE } }, then: number };
}

/** What is no string is the matter of JSON-009 alone. */
const atSchema: Schema = {
  pattern: JSON_SHAPES.AT.pattern,
  ...must('JSON-012', 'a tag as eight upper-case hexadecimal digits'),
};

/** Format, repertoire, length and range: what JSON-022 grades. An empty string is another row's matter. */
function formatSchema(vr: ValueRepresentation, shape: JsonShape): Schema {
  return {
    if: { not: { const: '' } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      ...(shape.pattern ? { pattern: shape.pattern } : {}),
      ...(shape.maxLength ? { maxLength: shape.maxLength } : {}),
      ...(shape.minimum === undefined ? {} : { minimum: shape.minimum }),
      ...(shape.maximum === undefined ? {} : { maximum: shape.maximum }),
      ...(shape.range ? { format: `integer-${vr}` } : {}),
      ...(shape.integer ? { not: { type: 'number', not: { multipleOf: 1 } } } : {}),
      ...must('JSON-022', `a value in the format of ${vr}`),
    },
  };
}

/** The object of a PN value (PS3.18 §F.2.2): component groups by name, none of them empty. */
function nameSchema(shape: JsonShape): Schema {
  const group = all(
    { type: 'string', ...must('JSON-013', 'a JSON string as component group') },
    { minLength: 1, ...should('JSON-014', 'no member for an empty component group') },
    { pattern: '^[^=]*$', ...must('JSON-014', 'a component group without an equals sign') },
    {
      pattern: shape.pattern,
      maxLength: shape.maxLength,
      ...must('JSON-022', 'a component group in the format of PN'),
    },
  );
  return {
    type: ['object', 'null'],
    properties: { Alphabetic: group, Ideographic: group, Phonetic: group },
    additionalProperties: false,
    ...must('JSON-013', 'an object of Alphabetic, Ideographic and Phonetic'),
  };
}

/** Value as a whole: an array, and what stands in it for absent values. */
function valueSchema(vr: ValueRepresentation, shape: JsonShape): Schema {
  const array = { type: 'array', ...must('JSON-008', 'an array as Value') };
  if (shape.type === 'binary') return { not: {}, ...must('JSON-019', `no Value for ${vr}`) };
  const notEmpty = { minItems: 1, ...should('JSON-016', 'no Value member for an empty attribute') };
  if (vr === 'SQ') return { ...all(array, notEmpty), items: elementSchema(vr, shape) };
  const gaps = shape.type === 'name' ? ['', {}] : [''];
  const mayBeNull = shape.type === 'number' && !shape.integer;
  const alone = mayBeNull ? gaps : [null, ...gaps];
  return {
    ...all(array, notEmpty, {
      if: { type: 'array', maxItems: 1 },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { items: { not: { enum: alone }, ...must('JSON-016', 'no Value member for an empty attribute') } },
      else: {
        items: { not: { enum: gaps }, ...should('JSON-017', 'null for an empty value among several') },
      },
    }),
    items: elementSchema(vr, shape),
    ...(shape.single ? { maxItems: 1, ...must('JSON-018', `one value for ${vr}`) } : {}),
  };
}

function bulkDataSchema(vr: ValueRepresentation, shape: JsonShape): Schema {
  return all(
    { type: 'string', minLength: 1, ...must('JSON-021', 'a URI as BulkDataURI') },
    shape.bulkData ? {} : { not: {}, ...must('WADO-RS-036', `no BulkDataURI for ${vr}`) },
  );
}

function inlineBinarySchema(vr: ValueRepresentation, shape: JsonShape): Schema {
  if (shape.type !== 'binary') return { not: {}, ...inline };
  return all(
    { type: 'string', format: 'base64-any', ...must('JSON-019', 'one base64 string as InlineBinary') },
    { minLength: 1, ...should('JSON-016', 'no InlineBinary for an empty attribute') },
    { format: 'base64', ...should('JSON-019', 'base64 in the standard alphabet (RFC 4648 §4)') },
    { format: `base64-${shape.unit}`, ...must('JSON-019', `base64 of a whole number of ${vr} values`) },
  );
}

/** An attribute object of one VR. */
export function schemaOfVr(vr: ValueRepresentation): Schema {
  const shape = JSON_SHAPES[vr];
  const known = {
    vr: { const: vr },
    Value: valueSchema(vr, shape),
    BulkDataURI: bulkDataSchema(vr, shape),
    InlineBinary: inlineBinarySchema(vr, shape),
  };
  return { properties: known, additionalProperties: false, ...should('JSON-008', 'no members but vr and one holder') };
}

const twoOf = (left: string, right: string): Schema => ({
  not: { type: 'object', required: [left, right] },
  ...must('JSON-008', `one of ${left} and ${right}`),
});

/** Keyword of our own: the object is checked by the schema of its VR, `schemaOfVr`, as well. */
export const BY_VR = 'byVr';

/** An attribute object (PS3.18 §F.2.2). */
export const attributeSchema: Schema = {
  $id: 'attribute',
  type: 'object',
  required: ['vr'],
  properties: { vr: { enum: VALUE_REPRESENTATIONS, ...must('JSON-006', 'a VR of Table F.2.3-1') } },
  allOf: [twoOf('Value', 'BulkDataURI'), twoOf('Value', 'InlineBinary'), twoOf('BulkDataURI', 'InlineBinary')],
  [BY_VR]: true,
  ...must('JSON-006', 'an attribute object with a vr member'),
};

function all(...schemas: readonly Schema[]): Schema {
  return { allOf: schemas };
}
