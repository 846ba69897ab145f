import { ellipse, type Modality } from './modality.ts';

/** Stored value 1024 is water, 0 is air; twelve bits. */
const hounsfield = (units: number): number => (units + 1024) / 4095;

export const CT: Modality = {
  code: 'CT',
  sopClass: '1.2.840.10008.5.1.4.1.1.2',
  format: { photometricInterpretation: 'MONOCHROME2', bitsAllocated: 16, bitsStored: 12 },
  usual: { rows: 512, columns: 512, frames: 1 },
  resizes: 'matrix',
  instancesPerStudy: 60,
  sliced: true,
  frameOfReference: true,
  studyDescription: 'CT Abdomen',
  scene(x, y, _frame, noise) {
    const body = ellipse(x, y, 0, 0, 0.82, 0.62);
    if (body === 0) return hounsfield(-1000 + Math.abs(noise) * 4);
    const spine = ellipse(x, y, 0, 0.38, 0.12, 0.11);
    const liver = ellipse(x, y, -0.36, -0.08, 0.34, 0.36);
    const gas = ellipse(x, y, 0.4, -0.22, 0.13, 0.09);
    const tissue = -90 + 130 * ellipse(x, y, 0, 0, 0.72, 0.53) + 25 * liver + 700 * spine - 900 * gas;
    return hounsfield(-1000 + body * (1000 + tissue) + noise * 11);
  },
  attributes: () => ({
    ImageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
    BodyPartExamined: 'ABDOMEN',
    KVP: '120',
    SliceThickness: '2.5',
    AcquisitionNumber: '1',
    PatientPosition: 'HFS',
    ImageOrientationPatient: ['1', '0', '0', '0', '1', '0'],
    PixelSpacing: ['0.7', '0.7'],
    PositionReferenceIndicator: '',
    XRayTubeCurrent: '220',
    ExposureTime: '500',
    ConvolutionKernel: 'STANDARD',
    RescaleIntercept: '-1024',
    RescaleSlope: '1',
    RescaleType: 'HU',
    WindowCenter: '40',
    WindowWidth: '400',
  }),
};
