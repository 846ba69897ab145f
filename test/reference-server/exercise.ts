import {
  BLUE,
  FILES,
  MULTI_FRAME,
  OTHER_STUDY,
  RED,
  SERIES_B,
  SERIES_GR,
  STORE_TYPE,
  STUDY,
  storeBody,
  UNKNOWN,
} from './corpus.ts';
import type { RawAnswer, RawClient, RawRequest } from './raw-client.ts';

const MULTIPART = 'multipart/related; type="application/dicom"';
const OCTETS = 'multipart/related; type="application/octet-stream"';
const XML = 'multipart/related; type="application/dicom+xml"';
const red = `/studies/${STUDY}/series/${SERIES_GR}/instances/${RED}`;
const multiFrame = `/studies/${OTHER_STUDY}/series/${OTHER_STUDY}.1/instances/${MULTI_FRAME}`;

function store(body: Buffer, contentType = STORE_TYPE): RawRequest {
  return { method: 'POST', accept: 'application/dicom+json', headers: { 'content-type': contentType }, body };
}

/** The body of a store with its part headers written in another way. */
function withPartHeaders(body: Buffer, headers: string): Buffer {
  return Buffer.from(body.toString('latin1').replace('Content-Type: application/dicom', headers), 'latin1');
}

/** Bytes of the closing delimiter, of which `storeBody` writes no line end behind. */
const CLOSING_LENGTH = `\r\n--${/boundary=(.*)$/.exec(STORE_TYPE)?.[1]}--`.length;

/** One of each kind of request that the reference server knows, in an order in which every one has something to tell. */
const REQUESTS: readonly (readonly [path: string, request?: RawRequest])[] = [
  ['/studies', store(storeBody(FILES.blue))],
  [`/instances?SOPInstanceUID=${BLUE}`],
  [`/studies/${STUDY}`, store(storeBody(FILES.red))],
  [`/studies/${STUDY}`, store(storeBody(FILES.green))],
  [`/studies/${STUDY}`, store(storeBody(FILES.red, FILES.multiFrame))],
  [`/studies/${STUDY}`, store(storeBody(FILES.multiFrame))],
  [`/instances?SOPInstanceUID=${MULTI_FRAME}`],
  ['/studies', store(storeBody(FILES.multiFrame, FILES.implicit))],
  ['/studies', store(storeBody(FILES.redOfAnotherDay))],
  ['/studies', store(storeBody(FILES.blue))],
  ['/studies', store(storeBody(FILES.red, FILES.green, FILES.multiFrame))],
  ['/studies', { ...store(storeBody(FILES.blue)), isChunked: true }],
  ['/studies', store(storeBody(FILES.red, Buffer.from('no file')))],
  ['/studies', store(storeBody(FILES.red), STORE_TYPE.replace(/boundary=(.*)/, 'boundary="$1"'))],
  ['/studies', store(withPartHeaders(storeBody(FILES.red), 'content-type: application/dicom'))],
  ['/studies', store(withPartHeaders(storeBody(FILES.red), 'Content-Type: application/dicom\r\nX-Number: 1'))],
  ['/studies', store(Buffer.from('--no-such-boundary'))],
  ['/studies', store(storeBody(FILES.red), 'text/plain')],
  [`/studies/${STUDY}`, { accept: MULTIPART }],
  [`/studies/${STUDY}/series/${SERIES_GR}`, { accept: MULTIPART }],
  [red, { accept: MULTIPART }],
  [`/studies/${STUDY}/series/${SERIES_B}/instances/${RED}`, { accept: MULTIPART }],
  [multiFrame, { accept: `${MULTIPART}; transfer-syntax=*` }],
  [`/studies/${OTHER_STUDY}/series/${OTHER_STUDY}.2`, { accept: MULTIPART }],
  [`/studies/${UNKNOWN}`, { accept: MULTIPART }],
  [`/studies/${UNKNOWN}/metadata`],
  ['/studies/not-a-uid/metadata'],
  [`/studies/${STUDY}/metadata`],
  [`/studies/${STUDY}/series/${SERIES_GR}/metadata`],
  [`${red}/metadata`],
  [`${red}/metadata`, { headers: { 'if-none-match': '*' } }],
  [`${red}/metadata`, { accept: XML }],
  [`${red}/frames/1`, { accept: OCTETS }],
  [`${multiFrame}/frames/1,3`, { accept: OCTETS }],
  [`${multiFrame}/frames/1,99`, { accept: OCTETS }],
  [`${red}/frames/0`, { accept: OCTETS }],
  [`${red}/frames/2`, { accept: OCTETS }],
  [`${red}/frames/abc`, { accept: OCTETS }],
  [`${red}/frames/1/rendered`, { accept: 'image/jpeg' }],
  [`${red}/rendered`, { accept: 'image/gif' }],
  [`${red}/bulkdata/7FE00010`, { accept: OCTETS }],
  [`${red}/rendered?viewport=4,4`, { accept: 'image/png' }],
  [`/studies?StudyInstanceUID=${STUDY}`],
  [`/studies?StudyInstanceUID=${UNKNOWN}`],
  [`/studies?0020000D=${STUDY},${OTHER_STUDY}`],
  ['/studies?PatientID=ID2&StudyDate=20200922'],
  ['/studies?AccessionNumber=A*3'],
  ['/studies?StudyDate=20200922-20201231'],
  ['/studies?StudyDate=18000101-18000102'],
  ['/studies?StudyDate=29990101-29990102'],
  ['/studies?StudyDate=-18000101'],
  ['/studies?StudyDate=29990101-'],
  ['/studies?StudyDate=18000101-'],
  ['/studies?StudyTime=010203'],
  ['/studies?ModalitiesInStudy=ZZ'],
  ['/studies?ReferringPhysicianName=Nobody'],
  ['/studies?PatientName=Nobody'],
  ['/studies?StudyID=none'],
  ['/series?SeriesNumber=999'],
  ['/series?Modality=%4f%54'],
  [`/series?SeriesInstanceUID=${SERIES_GR},${SERIES_B}`],
  ['/series?limit=1'],
  ['/instances?SOPClassUID=2.25.1'],
  ['/instances?InstanceNumber=999'],
  ['/instances?PatientID=none'],
  [`/instances?SOPInstanceUID=${RED},${BLUE}`],
  ['/instances?limit=2&offset=1'],
  ['/instances?offset=1&limit=1'],
  [`/studies/${STUDY}/instances`],
  [`/studies/${STUDY}/series?SeriesInstanceUID=${SERIES_GR}&limit=1`],
  [`/studies/${STUDY}/series?SeriesInstanceUID=${SERIES_B}&limit=1`],
  ['/studies?PatientID=ID1*'],
  ['/studies?PatientID=%49D1'],
  ['/studies?limit=1'],
  ['/studies?offset=1'],
  ['/studies?00100020=ID2'],
  ['/studies?limit=abc'],
  ['/studies?_probe=1'],
  ['/studies?includefield=SpecificCharacterSet,00100010&PatientID=ID1'],
  ['/instances?includefield=00280004'],
  ['/instances?includefield=PhotometricInterpretation,SamplesPerPixel'],
  ['/instances?includefield=PhotometricInterpretation&includefield=SamplesPerPixel'],
  ['/instances?includefield=all'],
  ['/studies?includefield=Rows'],
  [`/studies/${STUDY}/series?includefield=PatientName`],
  ['/studies?PatientID=ID'],
  ['/studies?PatientID=id1'],
  ['/studies?PatientID='],
  ['/studies?00081060=Doe'],
  ['/studies?PatientName=Anonymous&fuzzymatching=true'],
  ['/studies'],
  ['/studies'],
  [`/series?SeriesInstanceUID=${SERIES_GR}`],
  [`/studies/${STUDY}/series?SeriesInstanceUID=${SERIES_GR}`],
  [`/instances?SOPInstanceUID=${RED}`],
  [`/studies/${STUDY}/instances?SOPInstanceUID=${RED}`],
  [`/studies/${STUDY}/series/${SERIES_GR}/instances?SOPInstanceUID=${RED}`],
  [`/series?SeriesInstanceUID=${SERIES_GR.slice(0, -9)}`],
  [`/series?SeriesInstanceUID=${SERIES_GR}123456789`],
  [`/studies/${UNKNOWN}/series/${SERIES_GR}/instances`],
  [`/studies/${UNKNOWN}/series`],
  [`/studies/${STUDY}/series`, { accept: XML }],
  ['/studies', { accept: 'text/csv' }],
  ['/studies', { accept: null }],
  ['/studies', { accept: 'text/csv, application/dicom+json' }],
  ['/studies', { accept: 'application/*' }],
  ['/studies', { accept: 'APPLICATION/DICOM+JSON' }],
  [`${red}/metadata`, { accept: 'application/dicom+json;q=0, */*;q=0.5' }],
  ['/studies', { method: 'HEAD' }],
  [`${red}/metadata`, { accept: `application/dicom+json;q=0.1, ${XML};q=0.9` }],
  [`${red}/metadata?accept=${encodeURIComponent(XML)}`],
  [red, { accept: 'multipart/related; type=application/dicom' }],
  [red, { accept: 'application/dicom' }],
  [red, { accept: '*/*' }],
  [`/studies/${STUDY}`, { accept: 'application/dicom' }],
  ['/studies', { method: 'PATCH' }],
  ['/', { method: 'OPTIONS' }],
  [red, { method: 'DELETE' }],
  [`${red}/rendered`, { accept: 'image/png' }],
  [red, { accept: MULTIPART }],
  [`${red}/metadata`],
  [`${red}/frames/1`, { accept: OCTETS }],
  [`${red}/bulkdata/7FE00010`, { accept: OCTETS }],
  [`/studies/${STUDY}/series/${SERIES_GR}/metadata`],
  [`/studies/${STUDY}/series?SeriesInstanceUID=${SERIES_GR}`],
  [`/instances?SOPInstanceUID=${RED}`],
  [`/studies/${STUDY}`, { accept: MULTIPART }],
  [`/studies?StudyInstanceUID=${STUDY}`],
  [`/studies/${STUDY}/metadata`],
  [`/studies/${STUDY}/series/${SERIES_GR}/instances`],
  [`/studies/${STUDY}/series/${SERIES_GR}`, { method: 'DELETE' }],
  ['/instances'],
  [`/studies/${STUDY}/series/${SERIES_GR}`, { method: 'DELETE' }],
  [`/studies/${STUDY}`, { accept: MULTIPART }],
  [`/studies/${STUDY}`, { method: 'DELETE' }],
  [`/studies/${STUDY}`, { accept: MULTIPART }],
  [`/studies/${STUDY}/series`],
  [`/studies/${STUDY}/series/${SERIES_B}/instances/${BLUE}/metadata`],
  [`/studies/${OTHER_STUDY}`, { method: 'DELETE' }],
  ['/studies', store(storeBody(FILES.multiFrame).subarray(0, -CLOSING_LENGTH))],
  [
    '/studies',
    store(storeBody(FILES.multiFrame), STORE_TYPE.replace(/multipart\/related[^b]*/, 'multipart/form-data; ')),
  ],
  ['/studies', store(storeBody(FILES.multiFrame))],
  ['/instances'],
];

/** An answer without what differs from one server or answer to the next: port, date, boundary and ETag. */
function inWords({ status, headers, body }: RawAnswer): string {
  const { date: _, ...others } = headers;
  return `${status} ${JSON.stringify(others)}\n${body.toString('latin1')}`
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/part-[0-9a-f]{32}/g, 'BOUNDARY')
    .replaceAll(/[0-9a-f]{64}/g, 'ETAG');
}

/**
 * Sends every request, and says in a line or more what came back, or that nothing whole did. Ends early once `isEnough`
 * says so of the latest answer.
 */
export async function exercise(
  client: RawClient,
  isEnough: (answer: string, index: number) => boolean = () => false,
): Promise<string[]> {
  const answers: string[] = [];
  for (const [path, request] of REQUESTS) {
    const answer = await client.send(path, request).then(inWords, nothingWhole);
    if (isEnough(answer, answers.push(answer) - 1)) break;
  }
  return answers;
}

function nothingWhole(error: unknown): string {
  return `no whole answer: ${error instanceof Error ? error.name : String(error)}`;
}

/** What was asked, for messages. */
export function askedAt(index: number): string {
  const [path = '', request = {}] = REQUESTS[index] ?? [];
  return `${request.method ?? 'GET'} ${path}`;
}
