import type { Defect } from '../kit/defect.ts';
import { eachAttribute, eachJson, header, items, json, onTheWire, parts, withHeader, withText } from '../kit/make.ts';

/** Metadata that are not what was stored, or not as DICOM JSON has it. */
export const METADATA: readonly Defect[] = [
  {
    id: 'byte-order-mark-before-json',
    what: 'JSON answers begin with a byte order mark.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['metadata', 'search', 'store'],
    title: 'JSON answers begin with a byte order mark (EF BB BF)',
    advice: 'Write JSON without byte order mark.',
    make: () =>
      onTheWire(
        (reply) => /dicom\+json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withText(reply, (text) => `\ufeff${text}`),
      ),
  },
  {
    id: 'inline-binary-in-big-endian',
    what: 'InlineBinary of OW values is in big endian.',
    truth: ['altered'],
    operations: ['metadata'],
    title: 'the bytes of an OW InlineBinary are swapped',
    advice: 'Write binary values in little endian.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'OW' && attribute.InlineBinary
          ? { ...attribute, InlineBinary: Buffer.from(attribute.InlineBinary, 'base64').swap16().toString('base64') }
          : attribute,
      ),
  },
  {
    id: 'private-vr-unknown',
    what: 'Private attributes of text in metadata have vr UN with a Value.',
    truth: ['some-clients-only', 'altered'],
    operations: ['metadata'],
    title: 'private attributes in metadata have vr UN instead of their own',
    advice: 'Keep the VR of explicit files.',
    make: () =>
      eachAttribute('metadata', (attribute, tag) =>
        Number.parseInt(tag.slice(0, 4), 16) % 2 === 1 && attribute.Value && attribute.vr !== 'SQ'
          ? { ...attribute, vr: 'UN' }
          : attribute,
      ),
  },
  {
    id: 'content-type-plain-json',
    what: 'JSON answers have Content-Type text/html.',
    truth: ['some-clients-only'],
    operations: ['metadata', 'search', 'store'],
    title: 'DICOM JSON is labelled text/html',
    advice: 'Label it application/dicom+json.',
    make: () =>
      onTheWire(
        (reply) => /json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withHeader(reply, 'Content-Type', 'text/html; charset=utf-8'),
      ),
  },
  {
    id: 'nested-private-lost',
    what: 'Attributes of sequences inside sequences are missing from metadata.',
    truth: ['data-lost', 'altered'],
    operations: ['metadata'],
    title: 'nested sequences are empty in metadata',
    advice: 'Write sequences at any depth.',
    make: () =>
      eachJson('metadata', (dataSet) =>
        Object.fromEntries(
          Object.entries(dataSet).map(([tag, attribute]) => {
            if (attribute.vr !== 'SQ' || !attribute.Value) return [tag, attribute];
            const Value = items(attribute).map((item) =>
              Object.fromEntries(Object.entries(item).filter(([, inner]) => inner.vr !== 'SQ')),
            );
            return [tag, { ...attribute, Value }];
          }),
        ),
      ),
  },
  {
    id: 'decimal-commas',
    what: 'Decimal strings in metadata have a comma in place of the point, as the language of the server has it.',
    truth: ['altered', 'some-clients-only'],
    operations: ['metadata'],
    title: 'DS values are written with a decimal comma ("0,0625")',
    advice: 'Write numbers independent of the locale.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'DS' && attribute.Value
          ? {
              ...attribute,
              Value: attribute.Value.map((one) => (Number.isInteger(one) ? one : String(one).replace('.', ','))),
            }
          : attribute,
      ),
  },
  {
    id: 'utf8-encoded-twice',
    what: 'Text outside of ASCII is encoded in UTF-8 twice in JSON.',
    truth: ['altered'],
    operations: ['metadata', 'search'],
    title: 'non-ASCII text in JSON is garbled (encoded twice)',
    advice: 'Decode text by its character set before it is written as UTF-8.',
    make: () =>
      onTheWire(
        (reply) => /dicom\+json/.test(header(reply, 'content-type') ?? ''),
        (reply) => withText(reply, (text) => Buffer.from(text, 'utf8').toString('latin1')),
      ),
  },
  {
    id: 'padding-left-in-text',
    what: 'Text values in metadata keep a trailing space as padding.',
    truth: ['cosmetic', 'altered', 'some-clients-only'],
    operations: ['metadata'],
    title: 'text values in metadata have a trailing space',
    advice: 'Remove padding from values.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        /^(LO|SH|CS)$/.test(attribute.vr) && attribute.Value
          ? {
              ...attribute,
              Value: attribute.Value.map((one) => (typeof one === 'string' && one.length % 2 === 1 ? `${one} ` : one)),
            }
          : attribute,
      ),
  },
  {
    id: 'group-lengths-in-metadata',
    what: 'Metadata contain group length elements such as 00080000.',
    truth: ['cosmetic', 'some-clients-only'],
    operations: ['metadata'],
    title: 'group length elements are in metadata',
    advice: 'Leave group lengths out.',
    make: () => eachJson('metadata', (dataSet) => ({ '00080000': { vr: 'UL', Value: [320] }, ...dataSet })),
  },
  {
    id: 'large-numbers-negative',
    what: 'Unsigned numbers above 2147483647 are negative in metadata.',
    truth: ['altered'],
    operations: ['metadata'],
    title: 'UL 4294967295 is -1 in metadata',
    advice: 'Read UL as unsigned.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'UL' && attribute.Value
          ? { ...attribute, Value: attribute.Value.map((one) => Number(one) | 0) }
          : attribute,
      ),
  },
  {
    id: 'pixel-data-not-in-metadata',
    what: 'Pixel Data is missing from metadata: neither a link nor a value.',
    truth: ['some-clients-only', 'not-found-or-opened', 'altered'],
    operations: ['metadata'],
    title: 'PixelData (7FE0,0010) is missing from metadata',
    advice: 'List Pixel Data with a BulkDataURI.',
    make: () => eachAttribute('metadata', (attribute, tag) => (tag === '7FE00010' ? null : attribute)),
  },
  {
    id: 'doubles-in-single-precision',
    what: 'Double precision numbers in metadata were converted through single precision.',
    truth: ['altered'],
    operations: ['metadata'],
    title: 'FD 0.1 is 0.10000000149011612 in metadata',
    advice: 'Keep doubles in double precision.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'FD' && attribute.Value
          ? { ...attribute, Value: attribute.Value.map((one) => Math.fround(Number(one))) }
          : attribute,
      ),
  },
  {
    id: 'dates-with-hyphens',
    what: 'Dates in JSON are written as 2020-09-22.',
    truth: ['some-clients-only', 'altered'],
    operations: ['metadata', 'search'],
    title: 'DA values have hyphens (ISO 8601) instead of YYYYMMDD',
    advice: 'Write dates as YYYYMMDD.',
    make: () =>
      eachAttribute(['metadata', 'search'], (attribute) =>
        attribute.vr === 'DA' && attribute.Value
          ? {
              ...attribute,
              Value: attribute.Value.map((one) => String(one).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')),
            }
          : attribute,
      ),
  },
  {
    id: 'xml-values-unescaped',
    what: 'Metadata in XML label every attribute as of VR LO.',
    truth: ['some-clients-only', 'altered'],
    operations: ['metadata'],
    title: 'metadata in XML have vr="LO" for every attribute',
    advice: 'Write the VR of each attribute.',
    make: () =>
      parts(
        ({ route, headers }) => route.operation === 'metadata' && /xml/.test(headers.accept ?? ''),
        (all) =>
          all.map((part) => ({
            ...part,
            body: Buffer.from(
              Buffer.from(part.body)
                .toString('utf8')
                .replaceAll(/ vr="(DA|TM|CS|SH|UI)"/g, ' vr="LO"'),
            ),
          })),
      ),
  },
  {
    id: 'json-in-latin-1',
    what: 'JSON is sent in ISO 8859-1 and says so in a charset parameter.',
    truth: ['some-clients-only', 'altered'],
    operations: ['metadata'],
    title: 'DICOM JSON is encoded in ISO-8859-1 instead of UTF-8',
    advice: 'Send JSON in UTF-8.',
    make: () =>
      onTheWire(
        (reply, { route }) => route.operation === 'metadata' && /dicom\+json/.test(header(reply, 'content-type') ?? ''),
        (reply) =>
          withHeader(
            { ...reply, body: [Buffer.from(Buffer.concat(reply.body).toString('utf8'), 'latin1')] },
            'Content-Type',
            'application/dicom+json; charset=ISO-8859-1',
          ),
      ),
  },
  {
    id: 'metadata-of-neighbours-exchanged',
    what: 'In metadata of several instances the image attributes belong to the neighbour: InstanceNumber and comments are exchanged.',
    truth: ['wrong-patient-or-image', 'altered'],
    operations: ['metadata'],
    title: 'InstanceNumber in series metadata is that of another instance',
    advice: 'Join rows by SOPInstanceUID.',
    make: () =>
      json('metadata', (all) =>
        all.map((one, index) => {
          const neighbour = all[(index + 1) % all.length]?.['00200013'];
          return neighbour && one['00200013'] ? { ...one, '00200013': neighbour } : one;
        }),
      ),
  },
  {
    id: 'metadata-from-the-index',
    what: 'Metadata give study attributes from the database, where the study description and the accession number are cut to six characters.',
    truth: ['altered'],
    operations: ['metadata'],
    title: 'PatientName or StudyDate in metadata are cut compared with the stored ones',
    advice: 'Give the values of the file.',
    make: () =>
      eachAttribute('metadata', (attribute, tag) =>
        /^(00080050|00081030|0008103E|00080090|00100020|00080070)$/.test(tag) &&
        typeof attribute.Value?.[0] === 'string'
          ? { ...attribute, Value: [attribute.Value[0].slice(0, 6)] }
          : attribute,
      ),
  },
  {
    id: 'bulk-data-at-localhost',
    what: 'BulkDataURIs in metadata lead to port 8042 of localhost.',
    truth: ['not-found-or-opened', 'some-clients-only'],
    operations: ['metadata'],
    title: 'BulkDataURI names a host that the client cannot reach (localhost:8042)',
    advice: 'Build BulkDataURIs from the address that the client used.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.BulkDataURI
          ? { ...attribute, BulkDataURI: attribute.BulkDataURI.replace(/\/\/[^/]+/, '//localhost:8042') }
          : attribute,
      ),
  },
];
