import type { Fault } from '../fault.ts';
import { characterSetRelabelled } from './character-set-relabelled.ts';
import { elementAdded } from './element-added.ts';
import { elementDropped } from './element-dropped.ts';
import { emptyElementsDropped } from './empty-elements-dropped.ts';
import { instanceNumberDropped } from './instance-number-dropped.ts';
import { part10ElementsOutOfOrder } from './part10-elements-out-of-order.ts';
import { part10GroupLengthWrong } from './part10-group-length-wrong.ts';
import { part10ImplicitVr } from './part10-implicit-vr.ts';
import { part10MediaStorageInstanceUntrue } from './part10-media-storage-instance-untrue.ts';
import { part10OddLength } from './part10-odd-length.ts';
import { part10PixelsOfUnknownVr } from './part10-pixels-of-unknown-vr.ts';
import { part10TrailingBytes } from './part10-trailing-bytes.ts';
import { part10TransferSyntaxUntrue } from './part10-transfer-syntax-untrue.ts';
import { part10Truncated } from './part10-truncated.ts';
import { part10WithoutFileMeta } from './part10-without-file-meta.ts';
import { part10WithoutImplementationClass } from './part10-without-implementation-class.ts';
import { part10WithoutMediaStorageInstance } from './part10-without-media-storage-instance.ts';
import { part10WithoutPreamble } from './part10-without-preamble.ts';
import { part10WithoutPrefix } from './part10-without-prefix.ts';
import { patientNameUpperCased } from './patient-name-upper-cased.ts';
import { pixelBitFlipped } from './pixel-bit-flipped.ts';
import { pixelsBlank } from './pixels-blank.ts';
import { pixelsCoarsened } from './pixels-coarsened.ts';
import { pixelsRedAndBlueSwapped } from './pixels-red-and-blue-swapped.ts';
import { pixelsUpsideDown } from './pixels-upside-down.ts';
import { privateElementsDropped } from './private-elements-dropped.ts';
import { seriesNumberChanged } from './series-number-changed.ts';
import { studyIdEmptied } from './study-id-emptied.ts';
import { vrChangedToUnknown } from './vr-changed-to-unknown.ts';

/** Faults of the files that are retrieved: Part 10, pixels, data set. */
export const FILES_FAULTS: readonly Fault[] = [
  part10WithoutPreamble,
  part10WithoutPrefix,
  part10WithoutFileMeta,
  part10GroupLengthWrong,
  part10TransferSyntaxUntrue,
  part10ImplicitVr,
  part10WithoutMediaStorageInstance,
  part10MediaStorageInstanceUntrue,
  part10WithoutImplementationClass,
  part10OddLength,
  part10TrailingBytes,
  part10PixelsOfUnknownVr,
  part10Truncated,
  part10ElementsOutOfOrder,
  pixelBitFlipped,
  pixelsRedAndBlueSwapped,
  pixelsUpsideDown,
  pixelsCoarsened,
  pixelsBlank,
  elementDropped,
  elementAdded,
  patientNameUpperCased,
  seriesNumberChanged,
  instanceNumberDropped,
  studyIdEmptied,
  emptyElementsDropped,
  privateElementsDropped,
  characterSetRelabelled,
  vrChangedToUnknown,
];
