import type { ValueRepresentation } from './vr.ts';

/**
 * Elements of PS3.6 that the dictionary of dcmjs lacks, or has with another VR or a misspelt keyword. A test holds the
 * whole dictionary against pydicom's.
 */
export const DICTIONARY_CORRECTIONS: readonly (readonly [
  tag: string,
  keyword: string,
  ...vrs: ValueRepresentation[],
])[] = [
  ['00020026', 'SourcePresentationAddress', 'UR'],
  ['00020027', 'SendingPresentationAddress', 'UR'],
  ['00020028', 'ReceivingPresentationAddress', 'UR'],
  ['00020031', 'RTVMetaInformationVersion', 'OB'],
  ['00020032', 'RTVCommunicationSOPClassUID', 'UI'],
  ['00020033', 'RTVCommunicationSOPInstanceUID', 'UI'],
  ['00020035', 'RTVSourceIdentifier', 'OB'],
  ['00020036', 'RTVFlowIdentifier', 'OB'],
  ['00020037', 'RTVFlowRTPSamplingRate', 'UL'],
  ['00020038', 'RTVFlowActualFrameDuration', 'FD'],
  ['00221642', 'NumberOfBscansPerFrame', 'UL'],
  ['00281200', 'GrayLookupTableData', 'US', 'SS', 'OW'],
  ['0040A803', 'NumberOfTableColumns', 'UL'],
  ['00660040', 'LongPrimitivePointIndexList', 'OL'],
  ['00660041', 'LongTrianglePointIndexList', 'OL'],
  ['00660042', 'LongEdgePointIndexList', 'OL'],
  ['00660043', 'LongVertexPointIndexList', 'OL'],
  ['006862F0', 'ViewOrientationModifierCodeSequence', 'SQ'],
  ['0070150C', 'NumberOfVolumetricCurvePoints', 'UL'],
  ['00760034', 'ComponentTypeCodeSequence', 'SQ'],
];
