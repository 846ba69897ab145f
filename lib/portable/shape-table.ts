/** Load shapes under k6's own names. */

export interface Shape {
  readonly duration: string;
  /** Virtual users of the closed model when none were asked for. */
  readonly virtualUsers: number;
  /** Parts of the duration and the level reached at their end, in units of the level asked for. */
  readonly course: readonly (readonly [part: number, level: number])[];
}

export const SHAPES: { readonly [name: string]: Shape } = {
  /** Does it work at all? */
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
  /** A busy day: twice the usual. */
  stress: {
    duration: '5m',
    virtualUsers: 10,
    course: [
      [0.2, 2],
      [0.6, 2],
      [0.2, 0],
    ],
  },
  /** All at once: five times the usual, and back. */
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
  /** A usual day without an end. */
  soak: {
    duration: '1h',
    virtualUsers: 10,
    course: [
      [0.02, 1],
      [0.96, 1],
      [0.02, 0],
    ],
  },
  /** More and more, up to ten times the usual, until a threshold breaks. */
  breakpoint: { duration: '10m', virtualUsers: 10, course: [[1, 10]] },
};
