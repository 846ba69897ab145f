import { ellipse, type Modality } from './modality.ts';

export const MR: Modality = {
  code: 'MR',
  sopClass: '1.2.840.10008.5.1.4.1.1.4',
  format: { photometricInterpretation: 'MONOCHROME2', bitsAllocated: 16, bitsStored: 12 },
  usual: { rows: 512, columns: 512, frames: 1 },
  resizes: 'matrix',
  instancesPerStudy: 48,
  sliced: true,
  frameOfReference: true,
  studyDescription: 'MR Brain',
  scene(x, y, _frame, noise) {
    const head = ellipse(x, y, 0, 0, 0.66, 0.84);
    const skull = head - ellipse(x, y, 0, 0, 0.6, 0.78);
    const brain = ellipse(x, y, 0, 0, 0.56, 0.74);
    const ventricles = ellipse(x, y, -0.1, 0, 0.07, 0.2) + ellipse(x, y, 0.1, 0, 0.07, 0.2);
    const folds = brain && 0.5 + 0.5 * Math.sin(14 * x + 4 * Math.sin(9 * y)) * Math.cos(12 * y);
    const coil = 1 - 0.3 * (x * x + y * y);
    const signal = coil * (0.1 * head - 0.06 * skull + brain * (0.2 + 0.06 * folds) - 0.16 * ventricles);
    // A magnitude image: the noise floor is never negative.
    return Math.hypot(Math.max(0, signal) + noise * 0.003, 0.003);
  },
  attributes: () => ({
    ImageType: ['ORIGINAL', 'PRIMARY', 'OTHER'],
    BodyPartExamined: 'BRAIN',
    ScanningSequence: 'SE',
    SequenceVariant: 'NONE',
    ScanOptions: '',
    MRAcquisitionType: '2D',
    RepetitionTime: '550',
    EchoTime: '12',
    EchoTrainLength: '1',
    MagneticFieldStrength: '3',
    SliceThickness: '4',
    AcquisitionNumber: '1',
    PatientPosition: 'HFS',
    ImageOrientationPatient: ['1', '0', '0', '0', '1', '0'],
    PixelSpacing: ['0.45', '0.45'],
    PositionReferenceIndicator: '',
    WindowCenter: '600',
    WindowWidth: '1200',
  }),
};
