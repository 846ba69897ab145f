import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { writePart10 } from '../../lib/dicom/write-part10.ts';
import { type RunningServer, startReferenceServer } from '../../lib/reference-server/server.ts';
import { STORE_TYPE, storeBody } from './corpus.ts';
import { RawClient } from './raw-client.ts';

type DataSet = Record<string, { vr: string; Value?: unknown[] }>;
type Attributes = Parameters<typeof writePart10>[0]['dataSet'];

let server: RunningServer;
let client: RawClient;

function instance(study: number, series: number, number: number, attributes: Attributes): Uint8Array {
  return writePart10({
    dataSet: {
      SpecificCharacterSet: 'ISO_IR 192',
      SOPClassUID: '1.2.840.10008.5.1.4.1.1.7',
      SOPInstanceUID: `2.25.9.${study}.${series}.${number}`,
      StudyInstanceUID: `2.25.9.${study}`,
      SeriesInstanceUID: `2.25.9.${study}.${series}`,
      InstanceNumber: String(number),
      ...attributes,
    },
  });
}

const DOE = { PatientName: 'Doe^Jane', PatientID: 'P1', StudyDate: '20200102', StudyTime: '101530.123456' };
const FILES = [
  instance(1, 1, 1, {
    ...DOE,
    AccessionNumber: 'ABC123',
    Modality: 'CT',
    SeriesNumber: '1',
    StudyDescription: 'Thorax',
  }),
  instance(1, 1, 2, { ...DOE, AccessionNumber: 'ABC123', Modality: 'CT', SeriesNumber: '1', Rows: 4, Columns: 4 }),
  instance(1, 2, 1, {
    ...DOE,
    AccessionNumber: 'ABC123',
    Modality: 'SR',
    SeriesNumber: '2',
    SeriesDescription: 'Report',
    RequestAttributesSequence: { ScheduledProcedureStepID: 'SPS1', RequestedProcedureID: 'RP1' },
    PerformedProcedureStepStartDate: '20200103',
  }),
  instance(2, 1, 1, { ...DOE, StudyDate: '20200105', StudyTime: '0300', AccessionNumber: 'abc123', Modality: 'MR' }),
  instance(3, 1, 1, {
    PatientName: '山田^太郎=Yamada^Tarou',
    PatientID: 'P3',
    StudyDate: '20210101',
    StudyTime: '',
    AccessionNumber: '',
    Modality: 'US',
    '00091001': { vr: 'LO', values: ['private'] },
    '00090010': { vr: 'LO', values: ['HARNESS TEST'] },
  }),
];

before(async () => {
  server = await startReferenceServer();
  client = new RawClient(server.baseUrl);
  await client.send('/studies', { method: 'POST', headers: { 'content-type': STORE_TYPE }, body: storeBody(...FILES) });
});
after(async () => {
  await client.close();
  await server.close();
});

async function search(path: string): Promise<DataSet[]> {
  const { status, body } = await client.send(path);
  assert.equal(status, 200, `${path}: ${status} ${body}`);
  return JSON.parse(body.toString()) as DataSet[];
}

/** Which studies a query finds, by their number. */
async function studies(query: string): Promise<string> {
  const found = await search(`/studies?${query}`);
  return found.map((study) => String(study['0020000D']?.Value?.[0]).slice('2.25.9.'.length)).join(' ');
}

const QUERIES: Readonly<Record<string, string>> = {
  '': '1 2 3',
  'PatientID=P1': '1 2',
  'PatientID=p1': '',
  'PatientID=P': '',
  '00100020=P3': '3',
  '0020000d=2.25.9.2': '2',
  'StudyInstanceUID=2.25.9.3,2.25.9.1': '3 1',
  'StudyInstanceUID=2.25.9.1%2C2.25.9.2': '1 2',
  'PatientName=doe%5Ejane': '1 2',
  'PatientName=DOE*': '1 2',
  'PatientName=%E5%B1%B1%E7%94%B0*': '3',
  'PatientName=Yamada^Tarou': '3',
  'AccessionNumber=ABC*': '1',
  'AccessionNumber=*123': '1 2',
  'AccessionNumber=A?C123': '1',
  'AccessionNumber=ABC123*': '1',
  'AccessionNumber=*': '1 2 3',
  'StudyDate=20200102': '1',
  'StudyDate=20200102-20200105': '1 2',
  'StudyDate=-20200102': '1',
  'StudyDate=20200105-': '2 3',
  'StudyTime=1000-1100': '1',
  'StudyTime=-1014': '2',
  'StudyTime=101530-': '1',
  'StudyTime=101531-': '',
  'StudyDate=20200102-20200106&StudyTime=1000-0200': '1 2',
  'StudyDate=20200101-20200105&StudyTime=1000-0200': '1',
  'ModalitiesInStudy=SR': '1',
  'ModalitiesInStudy=*': '1 2 3',
  'PatientID=P1&StudyDate=20200105': '2',
  'StudyDescription=*hor*': '1',
  'NameOfPhysiciansReadingStudy=nobody': '1 2 3',
  'Modality=CT': '1 2 3',
  '_probe=1': '1 2 3',
  'limit=2': '1 2',
  'limit=2&offset=2': '3',
  'offset=100': '',
  'limit=0': '',
};
for (const [query, expected] of Object.entries(QUERIES)) {
  test(`/studies?${query} finds ${expected || 'nothing'}`, async () => assert.equal(await studies(query), expected));
}

const COUNTS: Readonly<Record<string, number>> = {
  '/series': 4,
  '/series?PatientID=P1&Modality=CT': 1,
  '/studies/2.25.9.1/series': 2,
  '/studies/2.25.9.1/series?SeriesNumber=2': 1,
  '/studies/2.25.9.1/series?SeriesNumber=02': 1,
  '/studies/2.25.9.1/series?RequestAttributesSequence.ScheduledProcedureStepID=SPS1': 1,
  '/studies/2.25.9.1/series?00400275.00401001=RP2': 0,
  '/studies/2.25.9.1/series?PerformedProcedureStepStartDate=20200103-': 1,
  '/instances': 5,
  '/instances?StudyInstanceUID=2.25.9.1&Modality=CT': 2,
  '/instances?SOPInstanceUID=2.25.9.1.1.1,2.25.9.2.1.1': 2,
  '/studies/2.25.9.1/instances?SOPInstanceUID=2.25.9.2.1.1': 0,
  '/studies/2.25.9.1/instances?Modality=SR': 1,
  '/studies/2.25.9.1/series/2.25.9.1.1/instances?InstanceNumber=2': 1,
  '/studies/2.25.9.1/series/2.25.9.1.1/instances?SOPClassUID=1.2.840.10008.5.1.4.1.1.2': 0,
  '/studies/2.25.404/series': 0,
};
for (const [path, expected] of Object.entries(COUNTS)) {
  test(`${path} finds ${expected}`, async () => assert.equal((await search(path)).length, expected));
}

for (const query of [
  'limit=abc',
  'offset=-1',
  'StudyDate=notadate',
  'StudyDate=20201301',
  'StudyTime=2500',
  '0020000D=abc.def',
  'PatientName.PatientID=1',
  'fuzzymatching=maybe',
]) {
  test(`/studies?${query} is refused with 400, on an empty archive too`, async () => {
    assert.equal((await client.send(`/studies?${query}`)).status, 400);
    const empty = await startReferenceServer();
    const other = new RawClient(empty.baseUrl);
    assert.equal((await other.send(`/studies?${query}`)).status, 400);
    await other.close();
    await empty.close();
  });
}

test('a study is returned with every required attribute, empty ones too, and with true counts', async () => {
  const [study] = await search('/studies?StudyInstanceUID=2.25.9.1');
  const [bare] = await search('/studies?StudyInstanceUID=2.25.9.3');
  const required = ['00080020', '00080030', '00080050', '00080061', '00080090', '00081190', '00100010', '00100020'];
  for (const tag of [...required, '00100030', '00100040', '0020000D', '00200010', '00201206', '00201208'])
    assert.ok(study?.[tag] && bare?.[tag], tag);
  assert.deepEqual(bare?.['00080050'], { vr: 'SH' });
  assert.deepEqual(study?.['00201206']?.Value, [2]);
  assert.deepEqual(study?.['00201208']?.Value, [3]);
  assert.deepEqual(study?.['00080061']?.Value, ['CT', 'SR']);
});

test('includefield adds attributes by keyword, tag or list, of the level and above, and never below', async () => {
  const keys = async (path: string): Promise<string[]> => Object.keys((await search(path))[0] ?? {});
  const study = '/studies?StudyInstanceUID=2.25.9.1';
  assert.ok((await keys(`${study}&includefield=StudyDescription`)).includes('00081030'));
  assert.ok((await keys(`${study}&includefield=00100010,00081030`)).includes('00081030'));
  assert.ok((await keys(`${study}&includefield=all`)).includes('00081030'));
  assert.ok(!(await keys(study)).includes('00081030'));
  assert.ok(!(await keys(`${study}&includefield=Rows,SeriesDescription`)).includes('0008103E'));
  assert.ok((await keys('/studies/2.25.9.1/series?includefield=PatientName')).includes('00100010'));
  assert.ok(!(await keys('/studies/2.25.9.1/series')).includes('00100010'));
  const privates = await keys('/instances?StudyInstanceUID=2.25.9.3&includefield=00091001');
  assert.ok(privates.includes('00090010') && privates.includes('00091001'));
});

test('says how many results remain, and what was not applied, in Warning 299', async () => {
  assert.match(String((await client.send('/studies?limit=1')).headers.warning), /^299 .*\b2\b/);
  assert.equal((await client.send('/studies')).headers.warning, undefined);
  assert.match(String((await client.send('/studies?fuzzymatching=true')).headers.warning), /^299 .*fuzzymatching/);
});

test('gives the same results as XML, one part for each', async () => {
  const { body, headers } = await client.send('/studies', {
    accept: 'multipart/related; type="application/dicom+xml"',
  });
  assert.match(String(headers['content-type']), /^multipart\/related; type="application\/dicom\+xml"/);
  const documents = body.toString().match(/<\?xml[\s\S]*?<\/NativeDicomModel>/g) ?? [];
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'Value',
  });
  const uids = documents.map((document) => {
    const { DicomAttribute } = parser.parse(document).NativeDicomModel as { DicomAttribute: Record<string, unknown>[] };
    const attribute = DicomAttribute.find(({ keyword }) => keyword === 'StudyInstanceUID');
    const [value] = (attribute?.Value ?? []) as Record<string, unknown>[];
    return value?.['#text'];
  });
  assert.deepEqual(uids, ['2.25.9.1', '2.25.9.2', '2.25.9.3']);
});
