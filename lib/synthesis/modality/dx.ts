import type { Modality } from './modality.ts';
import { chest } from './radiograph.ts';

const code = (value: string, scheme: string, meaning: string) => ({
  CodeValue: value,
  CodingSchemeDesignator: scheme,
  CodeMeaning: meaning,
});

export const DX: Modality = {
  code: 'DX',
  sopClass: '1.2.840.10008.5.1.4.1.1.1.1',
  format: { photometricInterpretation: 'MONOCHROME2', bitsAllocated: 16, bitsStored: 14 },
  usual: { rows: 2400, columns: 2300, frames: 1 },
  resizes: 'matrix',
  instancesPerStudy: 2,
  sliced: false,
  frameOfReference: false,
  studyDescription: 'DX Chest',
  scene: chest(0.002),
  attributes: () => ({
    ImageType: ['ORIGINAL', 'PRIMARY', ''],
    PresentationIntentType: 'FOR PRESENTATION',
    BodyPartExamined: 'CHEST',
    ImageLaterality: 'U',
    ViewPosition: 'PA',
    ViewCodeSequence: [{ ...code('R-10214', 'SRT', 'postero-anterior'), ViewModifierCodeSequence: [] }],
    AnatomicRegionSequence: [code('T-D3000', 'SRT', 'Chest')],
    PatientOrientation: ['L', 'F'],
    AcquisitionContextSequence: [],
    DetectorType: 'DIRECT',
    DetectorConfiguration: 'AREA',
    DetectorDescription: '',
    ImagerPixelSpacing: ['0.148', '0.148'],
    PixelIntensityRelationship: 'LOG',
    PixelIntensityRelationshipSign: -1,
    RescaleIntercept: '0',
    RescaleSlope: '1',
    RescaleType: 'US',
    PresentationLUTShape: 'IDENTITY',
    LossyImageCompression: '00',
    BurnedInAnnotation: 'NO',
    PositionerType: '',
    KVP: '125',
    WindowCenter: '7000',
    WindowWidth: '12000',
  }),
};
