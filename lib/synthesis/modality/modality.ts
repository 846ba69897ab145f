import type { DataSetDescription } from '../../dicom/write-part10.ts';
import type { Geometry, PixelFormat, Scene } from '../pixel-data.ts';

/** Attributes by keyword. */
export type Attributes = DataSetDescription;

/** A kind of image: what its instances are, look like and carry. */
export interface Modality {
  /** Value of Modality (0008,0060). */
  readonly code: string;
  readonly sopClass: string;
  readonly format: PixelFormat;
  /** Geometry of an ordinary instance. */
  readonly usual: Geometry;
  /** What another size changes: the matrix, or the number of frames. */
  readonly resizes: 'matrix' | 'frames';
  /** Instances of an ordinary study. */
  readonly instancesPerStudy: number;
  /** True where each instance of a series is a slice at a place of its own. */
  readonly sliced: boolean;
  /** True where positions are given in a frame of reference. */
  readonly frameOfReference: boolean;
  readonly studyDescription: string;
  readonly scene: Scene;
  /** What this kind carries beyond what every image has. */
  readonly attributes: (geometry: Geometry) => Attributes;
}

/** 1 well inside the ellipse, 0 well outside, with a soft edge. */
export function ellipse(x: number, y: number, centreX: number, centreY: number, radiusX: number, radiusY: number) {
  const across = (x - centreX) / radiusX;
  const down = (y - centreY) / radiusY;
  const square = across * across + down * down;
  // Most points are not near the edge, and a root costs as much as all else.
  if (square > 1.1) return 0;
  if (square < 0.9) return 1;
  return Math.max(0, Math.min(1, (1 - Math.hypot(across, down)) * 20 + 0.5));
}
