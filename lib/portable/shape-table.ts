/** Load shapes, under the names that k6 uses. */

interface Shape {
  readonly duration: string;
  /** Virtual users when the run gives neither VUS nor RATE. */
  readonly virtualUsers: number;
  /** Steps of the shape: each takes a part of the duration, and ends at a multiple of the run's level. */
  readonly course: readonly (readonly [part: number, level: number])[];
}

const BY_NAME = {
  /** Shows that the server works at all. */
  smoke: { duration: '10s', virtualUsers: 2, course: [[1, 1]] },
  /** A usual day. */
  average: {
    duration: '5m',
    virtualUsers: 10,
    course: [
      [0.1, 1],
      [0.8, 1],
      [0.1, 0],
    ],
  },
  /** A busy day: twice the level. */
  stress: {
    duration: '5m',
    virtualUsers: 10,
    course: [
      [0.2, 2],
      [0.6, 2],
      [0.2, 0],
    ],
  },
  /** A sudden rise to five times the level, and back. */
  spike: {
    duration: '2m',
    virtualUsers: 10,
    course: [
      [0.3, 1],
      [0.1, 5],
      [0.2, 5],
      [0.1, 1],
      [0.3, 1],
    ],
  },
  /** A usual day that lasts long. */
  soak: {
    duration: '1h',
    virtualUsers: 10,
    course: [
      [0.02, 1],
      [0.96, 1],
      [0.02, 0],
    ],
  },
  /** A steady rise to ten times the level, until a threshold breaks. */
  breakpoint: { duration: '10m', virtualUsers: 10, course: [[1, 10]] },
} as const satisfies Readonly<Record<string, Shape>>;

export type ShapeName = keyof typeof BY_NAME;

export const SHAPES: Readonly<Record<string, Shape>> = BY_NAME;
