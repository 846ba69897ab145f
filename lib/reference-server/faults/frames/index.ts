import type { Fault } from '../fault.ts';
import { frame0IsFrame1 } from './frame-0-is-frame-1.ts';
import { frameAsWholeFile } from './frame-as-whole-file.ts';
import { frameBeyondLastAnswers500 } from './frame-beyond-last-answers-500.ts';
import { frameBitFlipped } from './frame-bit-flipped.ts';
import { frameListFirstOnly } from './frame-list-first-only.ts';
import { frameListReversed } from './frame-list-reversed.ts';
import { frameOfSibling } from './frame-of-sibling.ts';
import { framePadded } from './frame-padded.ts';
import { frameRowsReversed } from './frame-rows-reversed.ts';
import { frameSentTwice } from './frame-sent-twice.ts';
import { frameTruncated } from './frame-truncated.ts';
import { frameTypeContradictsSyntax } from './frame-type-contradicts-syntax.ts';
import { framesAnswer500 } from './frames-answer-500.ts';
import { framesCountedFrom0 } from './frames-counted-from-0.ts';
import { framesLabelledAsJpeg } from './frames-labelled-as-jpeg.ts';
import { framesNoClosingDelimiter } from './frames-no-closing-delimiter.ts';
import { framesSinglePart } from './frames-single-part.ts';

/** Faults of frames. */
export const FRAMES_FAULTS: readonly Fault[] = [
  framesAnswer500,
  framesLabelledAsJpeg,
  frameTypeContradictsSyntax,
  framesNoClosingDelimiter,
  frameBitFlipped,
  frameRowsReversed,
  frameTruncated,
  framePadded,
  frameAsWholeFile,
  frameOfSibling,
  frameSentTwice,
  framesCountedFrom0,
  framesSinglePart,
  frameListReversed,
  frameListFirstOnly,
  frame0IsFrame1,
  frameBeyondLastAnswers500,
];
