import type { Modality } from './modality.ts';

/** How wide the sector is at a distance of 1 from the transducer, on each side: 0.7 radians. */
const WIDTH = Math.tan(0.7);

export const US: Modality = {
  code: 'US',
  sopClass: '1.2.840.10008.5.1.4.1.1.3.1',
  format: { photometricInterpretation: 'RGB', bitsAllocated: 8, bitsStored: 8 },
  usual: { rows: 480, columns: 640, frames: 12 },
  resizes: 'frames',
  instancesPerStudy: 6,
  sliced: false,
  frameOfReference: false,
  studyDescription: 'US Heart',
  scene(x, y, frame, noise) {
    if (Math.abs(x) > WIDTH * (y + 1)) return 0;
    const depth = Math.sqrt(x ** 2 + (y + 1) ** 2);
    if (depth > 1.9 || depth < 0.1) return 0;
    const beat = 0.08 * Math.sin(frame / 2);
    const chamber = Math.sqrt((x - 0.1) ** 2 + ((y - 0.1) * 0.7) ** 2) < 0.35 + beat ? 0.15 : 1;
    // Speckle grows with the echo; the time gain compensation leaves the deep part darker.
    const echo = chamber * (0.35 + 0.1 * Math.sin(9 * depth)) * (1.1 - depth / 2) * Math.abs(1 + 0.45 * noise);
    return echo;
  },
  attributes: ({ frames }) => ({
    ImageType: ['ORIGINAL', 'PRIMARY', '', '0001'],
    BodyPartExamined: 'HEART',
    NumberOfFrames: String(frames),
    FrameTime: '33.3',
    FrameIncrementPointer: 0x00181063,
    UltrasoundColorDataPresent: 0,
    LossyImageCompression: '00',
    StartTrim: '1',
    StopTrim: String(frames),
  }),
};
