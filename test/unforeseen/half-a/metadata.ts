import type { DicomJsonDataSet, DicomJsonPersonName } from '../../../lib/dicom/json.ts';
import type { Defect } from '../kit/defect.ts';
import { answering, eachAttribute, eachJson, header, json, onTheWire, withHeader, withText } from '../kit/make.ts';

/** Metadata that are not what was stored, or not as DICOM JSON has it. */
export const METADATA: readonly Defect[] = [
  {
    id: 'numbers-as-text',
    what: 'Whole numbers (US, UL, SS, SL) in metadata are texts.',
    truth: ['some-clients-only'],
    operations: ['metadata'],
    title: 'US values such as Rows are JSON strings instead of numbers',
    advice: 'Write US, UL, SS and SL as JSON numbers.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        /^[US][SL]$/.test(attribute.vr) && attribute.Value
          ? { ...attribute, Value: attribute.Value.map(String) }
          : attribute,
      ),
  },
  {
    id: 'attribute-tags-as-numbers',
    what: 'Values of AT attributes in metadata are decimal numbers.',
    truth: ['some-clients-only', 'altered'],
    operations: ['metadata'],
    title: 'AT values such as FrameIncrementPointer are numbers instead of eight hexadecimal digits',
    advice: 'Write AT as eight hexadecimal digits.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'AT' && attribute.Value
          ? { ...attribute, Value: attribute.Value.map((one) => Number.parseInt(String(one), 16)) }
          : attribute,
      ),
  },
  {
    id: 'tags-in-small-letters',
    what: 'Tags in JSON are written with small hexadecimal letters.',
    truth: ['some-clients-only'],
    operations: ['metadata', 'search'],
    title: 'tags in DICOM JSON are in lower case',
    advice: 'Write tags in capitals.',
    make: () =>
      onTheWire(
        (reply) => /dicom\+json/.test(header(reply, 'content-type') ?? ''),
        (reply) =>
          withText(reply, (text) =>
            text.replaceAll(/"([0-9A-F]{8})":\{/g, (_, tag: string) => `"${tag.toLowerCase()}":{`),
          ),
      ),
  },
  {
    id: 'several-values-in-one-text',
    what: 'Attributes with several texts have one value with backslashes in metadata.',
    truth: ['some-clients-only', 'altered'],
    operations: ['metadata'],
    title: 'multi-valued attributes such as ImageType are one string with backslashes',
    advice: 'Write each value as an element of the Value array.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        /^(CS|LO|SH|DS|IS)$/.test(attribute.vr) && (attribute.Value?.length ?? 0) > 1
          ? { ...attribute, Value: [(attribute.Value ?? []).map((one) => one ?? '').join('\\')] }
          : attribute,
      ),
  },
  {
    id: 'names-as-text',
    what: 'Person names in metadata are plain texts instead of objects with an Alphabetic member.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['metadata', 'search'],
    title: 'PN values are strings instead of objects',
    advice: 'Write {"Alphabetic": "…"}.',
    make: () =>
      eachAttribute(['metadata', 'search'], (attribute) =>
        attribute.vr === 'PN' && attribute.Value
          ? {
              ...attribute,
              Value: attribute.Value.map((name) => (name as DicomJsonPersonName | null)?.Alphabetic ?? null),
            }
          : attribute,
      ),
  },
  {
    id: 'single-result-without-list',
    what: 'A list with one data set is sent as the data set without the list.',
    truth: ['some-clients-only', 'not-found-or-opened'],
    operations: ['metadata', 'search'],
    title: 'metadata or a search with one result is a JSON object instead of an array',
    advice: 'Send an array also for one result.',
    make: () =>
      answering(['metadata', 'search'], (answer) => {
        const { content } = answer;
        if (content.kind !== 'json' || !Array.isArray(content.value) || content.value.length !== 1) return answer;
        return { ...answer, content: { ...content, value: content.value[0] as DicomJsonDataSet } };
      }),
  },
  {
    id: 'items-in-reverse',
    what: 'The items of sequences come in reverse order in metadata.',
    truth: ['altered'],
    operations: ['metadata'],
    title: 'the items of RequestAttributesSequence are in another order than stored',
    advice: 'Keep the order of items.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'SQ' && attribute.Value ? { ...attribute, Value: attribute.Value.toReversed() } : attribute,
      ),
  },
  {
    id: 'file-meta-in-metadata',
    what: 'Metadata contain elements of the file meta information, such as 00020010.',
    truth: ['cosmetic', 'some-clients-only'],
    operations: ['metadata'],
    title: 'group 0002 elements are in metadata',
    advice: 'Leave group 0002 out.',
    make: () =>
      eachJson('metadata', (dataSet) => ({ '00020010': { vr: 'UI', Value: ['1.2.840.10008.1.2.1'] }, ...dataSet })),
  },
  {
    id: 'empty-attributes-dropped',
    what: 'Attributes without a value are missing from metadata.',
    truth: ['altered', 'cosmetic', 'some-clients-only'],
    operations: ['metadata'],
    title: 'empty attributes of the stored instance are missing from metadata',
    advice: 'List empty attributes with their vr.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.Value || attribute.InlineBinary || attribute.BulkDataURI ? attribute : null,
      ),
  },
  {
    id: 'second-items-lost',
    what: 'Sequences in metadata have their first item only.',
    truth: ['data-lost', 'altered'],
    operations: ['metadata'],
    title: 'items of sequences are missing from metadata',
    advice: 'Write every item.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'SQ' && attribute.Value ? { ...attribute, Value: attribute.Value.slice(0, 1) } : attribute,
      ),
  },
  {
    id: 'last-instance-not-in-metadata',
    what: 'Metadata of a study with several instances lack the last one.',
    truth: ['data-lost', 'not-found-or-opened'],
    operations: ['metadata'],
    title: 'metadata of a study lack one of its instances',
    advice: 'Give metadata of every instance.',
    make: () =>
      json('metadata', (all, { route }) => (route.level === 'studies' && all.length > 1 ? all.slice(0, -1) : all)),
  },
  {
    id: 'inline-binary-of-urls',
    what: 'InlineBinary uses the alphabet of Base64 for URLs, without padding.',
    truth: ['some-clients-only', 'altered'],
    operations: ['metadata'],
    title: 'InlineBinary is base64url without padding',
    advice: 'Use the standard alphabet with padding.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.InlineBinary
          ? { ...attribute, InlineBinary: Buffer.from(attribute.InlineBinary, 'base64').toString('base64url') }
          : attribute,
      ),
  },
  {
    id: 'ideographic-names-lost',
    what: 'The ideographic and phonetic groups of names are missing from metadata.',
    truth: ['altered', 'data-lost'],
    operations: ['metadata'],
    title: 'PatientName in metadata lacks its Ideographic and Phonetic groups',
    advice: 'Write all component groups of names.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.vr === 'PN' && attribute.Value
          ? {
              ...attribute,
              Value: attribute.Value.map((name) => {
                const { Alphabetic } = (name ?? {}) as DicomJsonPersonName;
                return Alphabetic === undefined ? null : { Alphabetic };
              }),
            }
          : attribute,
      ),
  },
  {
    id: 'metadata-in-xml-empty',
    what: 'Metadata in XML are data sets without any attribute, while those in JSON are right.',
    truth: ['some-clients-only', 'data-lost', 'altered'],
    operations: ['metadata'],
    title: 'metadata as application/dicom+xml hold no attributes',
    advice: 'Write the attributes into the native model, or answer 406 for XML.',
    make: () =>
      answering('metadata', (answer) => {
        const { content } = answer;
        if (content.kind !== 'multipart') return answer;
        const empty = Buffer.from(
          '<?xml version="1.0" encoding="UTF-8"?><NativeDicomModel xmlns="http://dicom.nema.org/PS3.19/models/NativeDICOM" xml:space="preserve"></NativeDicomModel>',
        );
        return { ...answer, content: { ...content, parts: content.parts.map((part) => ({ ...part, body: empty })) } };
      }),
  },
  {
    id: 'empty-as-null',
    what: 'Empty attributes in metadata have a Value with one null in it.',
    truth: ['some-clients-only', 'cosmetic'],
    operations: ['metadata'],
    title: 'empty attributes are written as "Value": [null]',
    advice: 'Write only the vr of an empty attribute.',
    make: () =>
      eachAttribute('metadata', (attribute) =>
        attribute.Value || attribute.InlineBinary || attribute.BulkDataURI
          ? attribute
          : { ...attribute, Value: [null] },
      ),
  },
  {
    id: 'one-etag-for-everything',
    what: 'Every answer of metadata has the same ETag, and any If-None-Match is answered 304.',
    truth: ['wrong-patient-or-image', 'altered', 'some-clients-only'],
    operations: ['metadata'],
    title: 'different resources share one ETag',
    advice: 'Make the ETag of the content.',
    make: () => ({
      reply: (reply, request) => {
        if (request.route.operation !== 'metadata' || reply.status !== 200) return reply;
        if (request.headers['if-none-match'] !== undefined)
          return { ...reply, status: 304, headers: [['ETag', '"1"']], body: [] };
        return withHeader(reply, 'ETag', '"1"');
      },
    }),
  },
  {
    id: 'series-metadata-repeats-first',
    what: 'The metadata of a series or study repeat its first instance for each instance.',
    truth: ['wrong-patient-or-image', 'not-found-or-opened'],
    operations: ['metadata'],
    title: 'metadata of a series list the first instance several times and not the others',
    advice: 'Give the metadata of each instance.',
    make: () => json('metadata', (all) => all.map((one) => all[0] ?? one)),
  },
];
