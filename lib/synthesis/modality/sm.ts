import { iccProfile } from '../icc-profile.ts';
import type { Modality } from './modality.ts';

const code = (value: string, scheme: string, meaning: string) => ({
  CodeValue: value,
  CodingSchemeDesignator: scheme,
  CodeMeaning: meaning,
});

const MICROMETRE = 0.0005;

export const SM: Modality = {
  code: 'SM',
  sopClass: '1.2.840.10008.5.1.4.1.1.77.1.6',
  format: { photometricInterpretation: 'RGB', bitsAllocated: 8, bitsStored: 8 },
  usual: { rows: 256, columns: 256, frames: 16 },
  resizes: 'frames',
  instancesPerStudy: 4,
  sliced: false,
  frameOfReference: true,
  studyDescription: 'Biopsy, haematoxylin and eosin',
  scene(x, y, frame, noise) {
    const shift = frame * 1.7;
    const tissue = 0.5 + 0.5 * Math.sin(3 * x + shift) * Math.cos(4 * y - shift);
    const nuclei = Math.max(0, Math.sin(31 * x + shift + Math.sin(9 * y)) * Math.sin(29 * y + Math.sin(7 * x))) ** 4;
    const grain = noise * 0.006;
    return [
      0.95 - 0.15 * tissue - 0.5 * nuclei + grain,
      0.88 - 0.4 * tissue - 0.35 * nuclei + grain,
      0.94 - 0.18 * tissue - 0.2 * nuclei + grain,
    ];
  },
  attributes({ rows, columns, frames }) {
    const tilesAcross = Math.ceil(Math.sqrt(frames));
    const tilesDown = Math.ceil(frames / tilesAcross);
    return {
      ImageType: ['ORIGINAL', 'PRIMARY', 'VOLUME', 'NONE'],
      NumberOfFrames: String(frames),
      ImagedVolumeWidth: tilesAcross * columns * MICROMETRE,
      ImagedVolumeHeight: tilesDown * rows * MICROMETRE,
      ImagedVolumeDepth: 1,
      TotalPixelMatrixColumns: tilesAcross * columns,
      TotalPixelMatrixRows: tilesDown * rows,
      TotalPixelMatrixFocalPlanes: 1,
      TotalPixelMatrixOriginSequence: [{ XOffsetInSlideCoordinateSystem: '20', YOffsetInSlideCoordinateSystem: '40' }],
      ImageOrientationSlide: ['0', '-1', '0', '-1', '0', '0'],
      SpecimenLabelInImage: 'NO',
      BurnedInAnnotation: 'NO',
      LossyImageCompression: '00',
      FocusMethod: 'AUTO',
      ExtendedDepthOfField: 'NO',
      VolumetricProperties: 'VOLUME',
      AcquisitionDuration: 100,
      PositionReferenceIndicator: 'SLIDE_CORNER',
      AcquisitionContextSequence: [],
      DimensionOrganizationType: 'TILED_FULL',
      DimensionOrganizationSequence: [{ DimensionOrganizationUID: '2.25.170141183460469836204000000000000000001' }],
      NumberOfOpticalPaths: 1,
      OpticalPathSequence: [
        {
          OpticalPathIdentifier: '1',
          IlluminationTypeCodeSequence: [code('111744', 'DCM', 'Brightfield illumination')],
          IlluminationColorCodeSequence: [code('111741', 'DCM', 'Full Spectrum')],
          ICCProfile: iccProfile(),
        },
      ],
      ContainerIdentifier: 'SLIDE-1',
      IssuerOfTheContainerIdentifierSequence: [],
      ContainerTypeCodeSequence: [code('433466003', 'SCT', 'Microscope slide')],
      SpecimenDescriptionSequence: [
        {
          SpecimenIdentifier: 'SPECIMEN-1',
          SpecimenUID: '2.25.170141183460469836204000000000000000002',
          IssuerOfTheSpecimenIdentifierSequence: [],
          SpecimenPreparationSequence: [],
        },
      ],
      SharedFunctionalGroupsSequence: [
        {
          PixelMeasuresSequence: [{ SliceThickness: '0.001', PixelSpacing: [String(MICROMETRE), String(MICROMETRE)] }],
          WholeSlideMicroscopyImageFrameTypeSequence: [{ FrameType: ['ORIGINAL', 'PRIMARY', 'VOLUME', 'NONE'] }],
          OpticalPathIdentificationSequence: [{ OpticalPathIdentifier: '1' }],
        },
      ],
    };
  },
};
