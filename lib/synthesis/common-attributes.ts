import type { Attributes, Modality } from './modality/modality.ts';
import { type Geometry, samplesPerPixel } from './pixel-data.ts';

/** Tags of the elements that are left open in a template, by what they are shared by. */
export const OPEN = {
  study: [
    '00080005',
    '00080020',
    '00080030',
    '00080050',
    '00100010',
    '00100020',
    '00100030',
    '00100040',
    '0020000D',
    '00200010',
  ],
  /** Dates and times beside those of the study, in instances that carry the customary attributes. */
  moment: ['00080021', '00080023', '0008002A', '00080031', '00080033'],
  series: ['0020000E', '00200011'],
  frameOfReference: ['00200052'],
  instance: ['00020003', '00080018', '00200013'],
  slice: ['00200032', '00201041'],
} as const;

/** What no image can do without, and what its modality adds. */
export function requiredAttributes(modality: Modality, geometry: Geometry): Attributes {
  const { format } = modality;
  const samples = samplesPerPixel(format);
  return {
    SpecificCharacterSet: 'ISO_IR 100',
    SOPClassUID: modality.sopClass,
    SOPInstanceUID: '2.25.0',
    StudyDate: '20200101',
    StudyTime: '120000',
    AccessionNumber: '',
    Modality: modality.code,
    ReferringPhysicianName: '',
    PatientName: '',
    PatientID: '',
    PatientBirthDate: '',
    PatientSex: '',
    StudyInstanceUID: '2.25.0',
    SeriesInstanceUID: '2.25.0',
    StudyID: '',
    SeriesNumber: '1',
    InstanceNumber: '1',
    SamplesPerPixel: samples,
    PhotometricInterpretation: format.photometricInterpretation,
    ...(samples > 1 ? { PlanarConfiguration: 0 } : {}),
    Rows: geometry.rows,
    Columns: geometry.columns,
    BitsAllocated: format.bitsAllocated,
    BitsStored: format.bitsStored,
    HighBit: format.bitsStored - 1,
    PixelRepresentation: 0,
    ...modality.attributes(geometry),
    ...(modality.frameOfReference ? { FrameOfReferenceUID: '2.25.0' } : {}),
    ...(modality.sliced ? { ImagePositionPatient: ['0', '0', '0'], SliceLocation: '0' } : {}),
  };
}

/** What instances of real modalities carry as well: who made them, where and when. */
export function customaryAttributes(modality: Modality): Attributes {
  return {
    Manufacturer: 'dicomweb-harness',
    ManufacturerModelName: 'Synthesis',
    DeviceSerialNumber: '0001',
    SoftwareVersions: '1',
    InstitutionName: 'Synthetic Hospital',
    StationName: `${modality.code}01`,
    StudyDescription: modality.studyDescription,
    SeriesDescription: modality.studyDescription,
    SeriesDate: '20200101',
    SeriesTime: '120000',
    ContentDate: '20200101',
    ContentTime: '120000',
    AcquisitionDateTime: '20200101120000',
    PatientOrientation: '',
  };
}
