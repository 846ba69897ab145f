import { type DataSetDescription, writePart10 } from '../../lib/dicom/write-part10.ts';

const ROOT = '2.25.1234';
export const STUDY = `${ROOT}.1`;
export const SERIES_GR = `${STUDY}.1`;
export const SERIES_B = `${STUDY}.2`;
export const GREEN = `${SERIES_GR}.1`;
export const RED = `${SERIES_GR}.2`;
export const BLUE = `${SERIES_B}.1`;
export const OTHER_STUDY = `${ROOT}.2`;
export const MULTI_FRAME = `${OTHER_STUDY}.1.1`;
export const UNKNOWN = '2.25.404';
export const ROWS = 5;
export const COLUMNS = 7;
const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';
const MULTI_FRAME_TRUE_COLOR = '1.2.840.10008.5.1.4.1.1.7.4';

/** Pixels in which every byte is told by its place, so that any shift, swap or flip shows. */
export function pixels(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length: length + (length % 2) }, (_, at) => (at < length ? (at * 7 + seed * 31) % 256 : 0));
}

function colour(study: string, series: string, instance: string, number: number): DataSetDescription {
  return {
    SpecificCharacterSet: 'ISO_IR 192',
    ImageType: ['DERIVED', 'SECONDARY', 'OTHER'],
    SOPClassUID: SECONDARY_CAPTURE,
    SOPInstanceUID: instance,
    StudyDate: '20200922',
    StudyTime: '101530.123456',
    AccessionNumber: 'ABC123',
    Modality: 'OT',
    ReferringPhysicianName: 'Doctor^Doc',
    PatientName: 'Anony^Mous',
    PatientID: 'ID1',
    PatientBirthDate: '',
    PatientSex: 'F',
    StudyInstanceUID: study,
    SeriesInstanceUID: series,
    StudyID: '1',
    SeriesNumber: series.endsWith('.2') ? '2' : '1',
    InstanceNumber: String(number),
    SamplesPerPixel: 3,
    PhotometricInterpretation: 'RGB',
    PlanarConfiguration: 0,
    Rows: ROWS,
    Columns: COLUMNS,
    BitsAllocated: 8,
    BitsStored: 8,
    HighBit: 7,
    PixelRepresentation: 0,
    PixelData: pixels(ROWS * COLUMNS * 3, number),
  };
}

export const FILES = {
  blue: writePart10({ dataSet: colour(STUDY, SERIES_B, BLUE, 3) }),
  red: writePart10({ dataSet: colour(STUDY, SERIES_GR, RED, 2) }),
  green: writePart10({ dataSet: colour(STUDY, SERIES_GR, GREEN, 1) }),
  redOfAnotherDay: writePart10({ dataSet: { ...colour(STUDY, SERIES_GR, RED, 2), SeriesDescription: 'changed' } }),
  multiFrame: writePart10({
    dataSet: {
      ...colour(OTHER_STUDY, `${OTHER_STUDY}.1`, MULTI_FRAME, 1),
      SOPClassUID: MULTI_FRAME_TRUE_COLOR,
      PatientName: 'Müller^Jürgen',
      PatientID: 'ID2',
      StudyDate: '20210101',
      AccessionNumber: '',
      NumberOfFrames: '3',
      '00091001': { vr: 'LO', values: ['kept'] },
      '00090010': { vr: 'LO', values: ['HARNESS TEST'] },
      PixelData: pixels(ROWS * COLUMNS * 3 * 3, 9),
    },
  }),
  implicit: writePart10({
    transferSyntax: '1.2.840.10008.1.2',
    dataSet: { ...colour(OTHER_STUDY, `${OTHER_STUDY}.2`, `${OTHER_STUDY}.2.1`, 1), PatientID: 'ID2' },
  }),
} as const;

const BOUNDARY = 'request-boundary';
export const STORE_TYPE = `multipart/related; type="application/dicom"; boundary=${BOUNDARY}`;

/** A store request body of these files. */
export function storeBody(...files: readonly Uint8Array[]): Buffer {
  const parts = files.flatMap((file) => [
    Buffer.from(`\r\n--${BOUNDARY}\r\nContent-Type: application/dicom\r\n\r\n`),
    file,
  ]);
  return Buffer.concat([...parts, Buffer.from(`\r\n--${BOUNDARY}--`)]);
}
