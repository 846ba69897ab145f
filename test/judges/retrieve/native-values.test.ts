import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNativeModel } from '../../../lib/answers/xml/native-model.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import { memorySource } from '../../../lib/bytes/byte-source.ts';
import { xmlMeansWhatIsStored } from '../../../lib/judges/retrieve/native-values.ts';
import { cpuMilliseconds } from '../../support/cpu-time.ts';
import { seq, str } from '../dicom-bytes.ts';
import { exchange, multipart } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, attribute, INSTANCE, json, SERIES, STUDY } from '../json-answers.ts';

const TYPE = 'application/dicom+xml';
const URL = { url: `http://server/studies/${STUDY}/metadata` };
const STORED = [
  anInstance([
    str('00100010', 'PN', 'Doe^Jane=^^=x'),
    str('00100020', 'LO', 'A<1'),
    str('00080020', 'DA', '20240102'),
    str('00080008', 'CS', 'ORIGINAL\\PRIMARY'),
    seq('00400275', [[str('00400009', 'SH', 'STEP')]]),
  ]),
];
const UIDS = [
  ['0020000D', STUDY],
  ['0020000E', SERIES],
  ['00080018', INSTANCE],
] as const;

const field = (tag: string, vr: string, content: string, more = '') =>
  `<DicomAttribute tag="${tag}" vr="${vr}"${more}>${content}</DicomAttribute>`;
const value = (text: string, number = 1) => `<Value number="${number}">${text}</Value>`;
const PARTS = {
  name: field(
    '00100010',
    'PN',
    '<PersonName number="1"><Alphabetic><FamilyName>Doe</FamilyName><GivenName>Jane</GivenName></Alphabetic><Phonetic><FamilyName>x</FamilyName></Phonetic></PersonName>',
    ' keyword="PatientName"',
  ),
  id: field('00100020', 'LO', value('A&lt;1'), ' keyword="PatientID"'),
  date: field('00080020', 'DA', value('20240102')),
  type: field('00080008', 'CS', value('ORIGINAL') + value('PRIMARY', 2)),
  step: field('00400275', 'SQ', `<Item number="1">${field('00400009', 'SH', value('STEP'))}</Item>`),
};

/** Everything that is stored, with other parts in the place of some. */
function whole(changed: Partial<typeof PARTS> = {}): string {
  const others = STORED.flatMap(({ dataSet }) => [...dataSet.elements.keys()])
    .filter((tag) => !['00100010', '00100020', '00080020', '00080008', '00400275'].includes(tag))
    .map((tag) => {
      const { vr = 'UI', value: bytes } = STORED[0]?.dataSet.elements.get(tag) ?? {};
      const text = Buffer.from(bytes?.read(0, 100) ?? [])
        .toString('latin1')
        .replace(/[\0 ]+$/, '');
      return field(tag, vr, text === '' ? '' : value(text));
    });
  return `<?xml version="1.0"?><NativeDicomModel>${[...others, ...Object.values({ ...PARTS, ...changed })].join('')}</NativeDicomModel>`;
}

const asked = (document: string, inJson: unknown[] = []) =>
  xmlMeansWhatIsStored(multipart(TYPE, [document], URL), STORED, json(inJson, { id: 'X.2', ...URL }));
const told = (document: string, inJson?: unknown[]) =>
  asked(document, inJson).breaches.map(({ code, where }) => `${code} ${'path' in where ? where.path : ''}`.trim());

test('a document that says what is stored passes', () => {
  assert.deepEqual(told(whole()), []);
  assert.equal(asked(whole()).verdict, 'pass');
});

test('a wrong value, vr, keyword and a missing attribute are told by their element', () => {
  expectFinding(asked(whole({ id: field('00100020', 'LO', value('B2')) })), 'XML-001', {
    verdict: 'fail',
    breaches: [
      breach(
        'xml-value-differs',
        { kind: 'element', path: '00100020', part: 0 },
        { tag: '00100020', expected: '"A<1"', actual: '"B2"' },
      ),
    ],
  });
  assert.deepEqual(told(whole({ date: field('00080020', 'LO', value('20240102')) })), ['xml-vr-wrong 00080020']);
  assert.deepEqual(told(whole({ date: field('00080020', 'DA', value('20240102'), ' keyword="SeriesDate"') })), [
    'xml-keyword-wrong 00080020',
  ]);
  assert.deepEqual(told(whole({ date: '' })), ['xml-attribute-missing 00080020']);
  assert.deepEqual(told(whole({ type: field('00080008', 'CS', value('ORIGINAL\\PRIMARY')) })), [
    'xml-value-differs 00080008',
  ]);
  const other = `<Item number="1">${field('00400009', 'SH', value('OTHER'))}</Item>`;
  assert.deepEqual(told(whole({ step: field('00400275', 'SQ', other) })), ['xml-value-differs 00400275[1].00400009']);
  const name = PARTS.name.replace('Jane', 'Joan');
  assert.deepEqual(told(whole({ name })), ['xml-name-differs 00100010']);
});

test('an older keyword is a warning, and a keyword that is left out is none', () => {
  const finding = asked(whole({ date: field('00080020', 'DA', value('20240102'), ' keyword="OldStudyDate"') }));
  assert.equal(finding.verdict, 'warn');
});

test('what is wrong in JSON as well is judged there', () => {
  const inJson = { ...Object.fromEntries(UIDS.map(([tag, uid]) => [tag, attribute('UI', uid)])) };
  const wrong = { ...inJson, '00100020': attribute('LO', 'B2') };
  assert.deepEqual(told(whole({ id: field('00100020', 'LO', value('B2')), date: '' }), [wrong]), []);
});

test('prefixes, comments, sections and other encodings are XML as well', () => {
  const prefixed = whole().replaceAll(/<(\/?)(?=[A-Z])/g, '<$1n:');
  assert.equal(asked(prefixed.replace('<n:NativeDicomModel>', '<n:NativeDicomModel xmlns:n="x">')).verdict, 'pass');
  const id = field('00100020', 'LO', `<Value number="1"><!-- c --><![CDATA[A<1]]></Value>`);
  assert.equal(asked(whole({ id })).verdict, 'pass');
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole(), 'utf16le')]);
  assert.equal(xmlMeansWhatIsStored(multipart(TYPE, [utf16], URL), STORED, json([], { id: 'X.2' })).verdict, 'pass');
});

test('what is no XML cannot be read, and an answer in JSON is not judged', () => {
  assert.deepEqual(told('<NativeDicomModel>'), ['xml-unreadable']);
  assert.deepEqual(told('<html></html>'), ['xml-unreadable']);
  const inJson = xmlMeansWhatIsStored(json([]), STORED, json([]));
  assert.deepEqual([inJson.verdict, inJson.reason], ['incomplete', 'not-exercised']);
  assert.equal(xmlMeansWhatIsStored(exchange({ status: 406 }), STORED, json([])).reason, 'prerequisite-failed');
});

test('hostile documents are read in bounded time', () => {
  for (const text of [
    '<a>'.repeat(300_000),
    `<NativeDicomModel>${'<DicomAttribute tag="00100010" vr="PN"><Value number="999999999">x</Value></DicomAttribute>'.repeat(10_000)}</NativeDicomModel>`,
    `<NativeDicomModel ${'a="1" '.repeat(100_000)}/>`,
    `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><NativeDicomModel>${'&b;'.repeat(100_000)}</NativeDicomModel>`,
  ])
    assert.ok(cpuMilliseconds(() => readNativeModel(memorySource(Buffer.from(text)))) < 4_000, text.slice(0, 60));
  assert.equal(readNativeModel(memorySource(Buffer.alloc(5 << 20))).kind, 'too-large');
});
