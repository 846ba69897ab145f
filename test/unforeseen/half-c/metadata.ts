import type { DicomJsonAttribute, DicomJsonPersonName, DicomJsonValue } from '../../../lib/dicom/json.ts';
import type { Defect } from '../kit/defect.ts';
import { around, bodies, eachAttribute, eachJson, items } from '../kit/make.ts';

function mapped(
  attribute: DicomJsonAttribute,
  vrs: readonly string[],
  change: (value: DicomJsonValue) => DicomJsonValue,
): DicomJsonAttribute {
  return attribute.Value && vrs.includes(attribute.vr)
    ? { ...attribute, Value: attribute.Value.map(change) }
    : attribute;
}

/** Metadata in JSON and XML. */
export const METADATA: readonly Defect[] = [
  {
    id: 'bulk-data-uri-of-backend',
    what: 'BulkDataURI in metadata names a host behind the proxy that clients cannot reach.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['metadata'],
    title: 'the BulkDataURI in metadata leads to a host that does not answer',
    advice: 'Build BulkDataURI from the address that the client used (Forwarded, X-Forwarded-Host).',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.BulkDataURI
          ? { ...attribute, BulkDataURI: attribute.BulkDataURI.replace(/^https?:\/\/[^/]+/, 'http://127.0.0.1:9') }
          : attribute,
      ),
  },
  {
    id: 'rows-and-columns-exchanged',
    what: 'Rows and Columns have each the value of the other in metadata.',
    truth: ['altered', 'not-found-or-opened'],
    operations: ['metadata'],
    title: 'Rows and Columns in metadata differ from the stored ones',
    advice: 'Read Rows from (0028,0010) and Columns from (0028,0011).',
    make: () =>
      eachJson('metadata', (one) => {
        const [rows, columns] = [one['00280010'], one['00280011']];
        return rows && columns ? { ...one, '00280010': columns, '00280011': rows } : one;
      }),
  },
  {
    id: 'vr-missing-where-empty',
    what: 'Attributes without a value are empty objects in metadata: they have no vr.',
    truth: ['some-clients-only', 'not-found-or-opened', 'cosmetic'],
    operations: ['metadata'],
    title: 'attributes in metadata have no vr',
    advice: 'Write the vr of every attribute, of empty ones too.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.Value || attribute.BulkDataURI || attribute.InlineBinary
          ? attribute
          : ({} as unknown as DicomJsonAttribute),
      ),
  },
  {
    id: 'name-groups-in-alphabetic',
    what: 'All groups of a name stand in its Alphabetic member, with equals signs between them.',
    truth: ['altered', 'some-clients-only'],
    operations: ['metadata'],
    title: 'PatientName in metadata has its ideographic and phonetic groups inside Alphabetic',
    advice: 'Split names at the equals signs into Alphabetic, Ideographic and Phonetic.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        mapped(attribute, ['PN'], (value) => {
          const { Alphabetic = '', Ideographic = '', Phonetic = '' } = (value ?? {}) as DicomJsonPersonName;
          return value === null
            ? null
            : { Alphabetic: [Alphabetic, Ideographic, Phonetic].join('=').replace(/=+$/, '') };
        }),
      ),
  },
  {
    id: 'private-creators-missing',
    what: 'Metadata have private attributes without the private creator that says whose they are.',
    truth: ['altered', 'data-lost', 'some-clients-only'],
    operations: ['metadata'],
    title: 'the private creator 00290010 is missing in metadata',
    advice: 'Return private creators with their attributes.',
    make: () => eachAttribute('metadata', (attribute, tag) => (/^...[13579BDF]00..$/.test(tag) ? null : attribute)),
  },
  {
    id: 'texts-cut-at-thirty-two',
    what: 'Texts (LO, LT, ST, SH) longer than 32 characters are cut in metadata, as in a short column of a database.',
    truth: ['altered', 'data-lost'],
    operations: ['metadata'],
    title: 'ImageComments in metadata is cut off',
    advice: 'Return texts in full length: read them from the file or lengthen the column.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        mapped(attribute, ['LO', 'LT', 'ST', 'SH'], (value) => String(value ?? '').slice(0, 32)),
      ),
  },
  {
    id: 'xml-in-latin-1',
    what: 'Metadata in XML say UTF-8 and are written in Latin-1.',
    truth: ['not-found-or-opened', 'altered', 'some-clients-only'],
    operations: ['metadata'],
    title: 'metadata in XML are not in UTF-8: text beyond ASCII is broken',
    advice: 'Write XML in the encoding that its declaration names.',
    make: () =>
      bodies('metadata', (body) =>
        Buffer.from(
          Buffer.from(body)
            .toString('utf8')
            .replaceAll(/[^\x00-\xff]/gu, '?'),
          'latin1',
        ),
      ),
  },
  {
    id: 'instance-metadata-gives-series',
    what: 'Metadata of an instance list all instances of its series.',
    truth: ['wrong-patient-or-image', 'some-clients-only'],
    operations: ['metadata'],
    title: 'metadata of one instance also contain other instances of the series',
    advice: 'Return the one data set of the instance.',
    make: () =>
      around(
        ({ route }) => route.operation === 'metadata' && route.level === 'instances',
        (request, archive, next) => {
          const { instance, ...route } = request.route;
          const exists = archive.select({ study: route.study ?? '', series: route.series, instance }).length > 0;
          return next(exists ? { ...request, route: { ...route, level: 'series' } } : request, archive);
        },
      ),
  },
  {
    id: 'signed-read-as-unsigned',
    what: 'Signed numbers (SS, SL) are read as unsigned in metadata: -2 becomes 65534.',
    truth: ['altered'],
    operations: ['metadata'],
    title: 'negative SS and SL values come as large positive numbers in metadata',
    advice: 'Read SS and SL as signed.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        mapped(attribute, ['SS', 'SL'], (value) => {
          const number = Number(value);
          return number < 0 ? number + (attribute.vr === 'SS' ? 2 ** 16 : 2 ** 32) : number;
        }),
      ),
  },
  {
    id: 'inner-sequences-empty',
    what: 'Sequences inside of sequences are empty in metadata: the server goes one level deep.',
    truth: ['altered', 'data-lost'],
    operations: ['metadata'],
    title: 'a sequence inside of a sequence is empty in metadata',
    advice: 'Write sequences at every depth.',
    make: () =>
      eachJson('metadata', (one) =>
        Object.fromEntries(
          Object.entries(one).map(([tag, attribute]) => {
            if (attribute.vr !== 'SQ' || !attribute.Value) return [tag, attribute];
            const Value = items(attribute).map((item) =>
              Object.fromEntries(
                Object.entries(item).map(([key, inner]) => [key, inner.vr === 'SQ' ? { vr: 'SQ' } : inner]),
              ),
            );
            return [tag, { ...attribute, Value }];
          }),
        ),
      ),
  },
  {
    id: 'uids-with-padding',
    what: 'UIDs of odd length in metadata keep the NUL with which they are padded in the file.',
    truth: ['some-clients-only', 'altered', 'not-found-or-opened'],
    operations: ['metadata'],
    title: 'UIDs in metadata end with a NUL character',
    advice: 'Remove the padding of values.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        mapped(attribute, ['UI'], (value) => (String(value).length % 2 === 1 ? `${value}\u0000` : value)),
      ),
  },
];
