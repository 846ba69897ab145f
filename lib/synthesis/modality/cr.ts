import type { Modality } from './modality.ts';
import { chest } from './radiograph.ts';

export const CR: Modality = {
  code: 'CR',
  sopClass: '1.2.840.10008.5.1.4.1.1.1',
  format: { photometricInterpretation: 'MONOCHROME2', bitsAllocated: 16, bitsStored: 10 },
  usual: { rows: 1760, columns: 1760, frames: 1 },
  resizes: 'matrix',
  instancesPerStudy: 2,
  sliced: false,
  frameOfReference: false,
  studyDescription: 'CR Chest',
  scene: chest(0.008),
  attributes: () => ({
    ImageType: ['ORIGINAL', 'PRIMARY'],
    BodyPartExamined: 'CHEST',
    ViewPosition: 'PA',
    KVP: '110',
    PlateType: 'phosphor',
    ImagerPixelSpacing: ['0.2', '0.2'],
    PixelSpacing: ['0.2', '0.2'],
    WindowCenter: '450',
    WindowWidth: '800',
  }),
};
