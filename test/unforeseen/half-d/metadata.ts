import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import type { Defect } from '../kit/defect.ts';
import { eachAttribute, eachJson, items, json, parts } from '../kit/make.ts';

/** Metadata in XML with another text. */
function xml(change: (text: string) => string) {
  return parts('metadata', (all) =>
    all.map(({ headers, body }) => ({ headers, body: Buffer.from(change(Buffer.from(body).toString('utf8'))) })),
  );
}

/** Data sets below the first level of sequences have none themselves. */
function flattened(dataSet: DicomJsonDataSet): DicomJsonDataSet {
  return Object.fromEntries(
    Object.entries(dataSet).map(([tag, attribute]) => {
      if (attribute.vr !== 'SQ' || !attribute.Value) return [tag, attribute];
      const inner = items(attribute).map((item) =>
        Object.fromEntries(Object.entries(item).filter(([, { vr }]) => vr !== 'SQ')),
      );
      return [tag, { vr: 'SQ', Value: inner }];
    }),
  );
}

const POSITION = ['00200032', '00201041', '00200013'];

/** Metadata. */
export const METADATA: readonly Defect[] = [
  {
    id: 'decimals-of-two-places',
    what: 'Decimal strings in metadata are rounded to two places.',
    truth: ['altered'],
    operations: ['metadata'],
    title: 'DS values such as PixelSpacing are rounded in metadata',
    advice: 'Write DS values with every digit that was stored.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'DS' && attribute.Value
          ? {
              ...attribute,
              Value: attribute.Value.map((one) => (typeof one === 'number' ? Math.round(one * 100) / 100 : one)),
            }
          : attribute,
      ),
  },
  {
    id: 'nulls-left-out',
    what: 'The serialiser leaves out null: empty values among others are missing from Value.',
    truth: ['altered'],
    operations: ['metadata'],
    title: 'an empty value among several is missing in metadata instead of being null',
    advice: 'Write null for an empty value among others.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.Value ? { ...attribute, Value: attribute.Value.filter((one) => one !== null) } : attribute,
      ),
  },
  {
    id: 'tags-as-numbers',
    what: 'Values of AT attributes are written as decimal numbers instead of eight hexadecimal digits.',
    truth: ['some-clients-only', 'altered', 'cosmetic'],
    operations: ['metadata'],
    title: 'AT values in metadata are decimal numbers',
    advice: 'Write AT values as strings of eight hexadecimal digits.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'AT' && attribute.Value
          ? { ...attribute, Value: attribute.Value.map((one) => Number.parseInt(String(one), 16)) }
          : attribute,
      ),
  },
  {
    id: 'empty-sequences-filled',
    what: 'A sequence without items has one empty item in metadata.',
    truth: ['altered', 'cosmetic', 'some-clients-only'],
    operations: ['metadata'],
    title: 'an empty sequence has an item in metadata',
    advice: 'Leave Value out where a sequence has no item.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'SQ' && !attribute.Value ? { vr: 'SQ', Value: [{}] } : attribute,
      ),
  },
  {
    id: 'sequences-in-items-lost',
    what: 'Metadata go one level deep: sequences inside the items of a sequence are missing.',
    truth: ['altered', 'data-lost'],
    operations: ['metadata'],
    title: 'sequences inside sequences are missing in metadata',
    advice: 'Write items with all of their attributes, at any depth.',
    make: () => eachJson('metadata', flattened),
  },
  {
    id: 'tags-in-lower-case',
    what: 'Names of attributes in metadata are in lower case: 0020000d, 7fe00010.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['metadata'],
    title: 'tags in metadata are in lower case',
    advice: 'Write tags as eight upper-case hexadecimal digits.',
    make: () =>
      eachJson('metadata', (one) =>
        Object.fromEntries(Object.entries(one).map(([tag, value]) => [tag.toLowerCase(), value])),
      ),
  },
  {
    id: 'times-with-colons',
    what: 'Times in metadata are written with colons, by the format of the database.',
    truth: ['some-clients-only', 'altered', 'cosmetic'],
    operations: ['metadata'],
    title: 'TM values in metadata have colons',
    advice: 'Write times as HHMMSS.FFFFFF.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'TM' && attribute.Value
          ? {
              ...attribute,
              Value: attribute.Value.map((one) =>
                typeof one === 'string' ? one.replace(/^(\d\d)(\d\d)(\d\d)/, '$1:$2:$3') : one,
              ),
            }
          : attribute,
      ),
  },
  {
    id: 'xml-values-from-zero',
    what: 'Values and items in metadata in XML are numbered from 0.',
    truth: ['some-clients-only', 'cosmetic', 'altered'],
    operations: ['metadata'],
    title: 'Value and Item elements in XML are numbered from 0',
    advice: 'Number values and items from 1.',
    make: () =>
      xml((text) => text.replace(/ number="(\d+)"/g, (_, number: string) => ` number="${Number(number) - 1}"`)),
  },
  {
    id: 'xml-names-in-one-element',
    what: 'Person names in XML stand whole in FamilyName, carets included.',
    truth: ['some-clients-only', 'altered'],
    operations: ['metadata'],
    title: 'FamilyName in XML holds the whole name with carets',
    advice: 'Put each component of a name into its own element.',
    make: () =>
      xml((text) =>
        text.replace(/<(Alphabetic|Ideographic|Phonetic)>(.*?)<\/\1>/gs, (_, group: string, inner: string) => {
          const name = inner.replace(/<\/\w+><\w+>/g, '^').replace(/<\/?\w+>/g, '');
          return `<${group}><FamilyName>${name}</FamilyName></${group}>`;
        }),
      ),
  },
  {
    id: 'window-of-first-value',
    what: 'Of several windows in WindowCenter and WindowWidth metadata have the first only.',
    truth: ['altered'],
    operations: ['metadata'],
    title: 'WindowCenter and WindowWidth have one value in metadata where several were stored',
    advice: 'Write every value.',
    make: () =>
      eachAttribute('metadata', (attribute, tag) =>
        (tag === '00281050' || tag === '00281051') && attribute.Value
          ? { ...attribute, Value: attribute.Value.slice(0, 1) }
          : attribute,
      ),
  },
  {
    id: 'positions-of-first-image',
    what: 'Metadata of a series are made from a template: number and position of each image are those of the first.',
    truth: ['wrong-patient-or-image', 'altered'],
    operations: ['metadata'],
    title: 'InstanceNumber and position of images in metadata of a series are those of another image',
    advice: 'Read each data set from its own file.',
    make: () =>
      json(
        ({ route }) => route.operation === 'metadata' && route.level !== 'instances',
        ([first, ...others]) =>
          first
            ? [
                first,
                ...others.map((one) =>
                  Object.fromEntries(
                    Object.entries(one).map(([tag, value]) => [
                      tag,
                      POSITION.includes(tag) ? (first[tag] ?? value) : value,
                    ]),
                  ),
                ),
              ]
            : [],
      ),
  },
  {
    id: 'inline-binary-in-lines',
    what: 'InlineBinary is broken into lines of 76 characters, as MIME has it.',
    truth: ['some-clients-only', 'cosmetic', 'not-found-or-opened'],
    operations: ['metadata'],
    title: 'InlineBinary holds line breaks',
    advice: 'Encode base64 without line breaks (RFC 4648).',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.InlineBinary
          ? { ...attribute, InlineBinary: attribute.InlineBinary.replace(/.{1,76}/g, '$&\r\n') }
          : attribute,
      ),
  },
];
