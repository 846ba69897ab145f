import type { Modality } from './modality.ts';

/**
 * What stands in for a modality in files too small for all that its image must carry: a Secondary Capture image
 * (PS3.3 section A.8.1) of the same modality and picture.
 */
export function small(modality: Modality): Modality {
  return {
    ...modality,
    sopClass: '1.2.840.10008.5.1.4.1.1.7',
    usual: { ...modality.usual, frames: 1 },
    resizes: 'matrix',
    sliced: false,
    frameOfReference: false,
    attributes: () => ({ ConversionType: 'SYN', PatientOrientation: '', Laterality: '' }),
  };
}
