import { likeness, order, type Picture } from '../../answers/pictures/pixels.ts';

/** Strong compression and another contrast stay well above this; a negative, swapped colours and other pictures below. */
export const LEAST_LIKENESS = 0.9;

/** Why there is no likeness. */
export const NOT_COMPARED = 'a picture that is not decoded here, of another size, or of a single shade';

/** How alike two pictures are, or how well the shades of one are in the order of the other: any window keeps that. */
export function likenessOf(expected: Picture, actual: Picture): number | null {
  const alike = likeness(expected, actual);
  const ordered = alike === null ? null : order(expected, actual);
  return ordered === null || alike === null ? alike : Math.max(alike, ordered);
}

/**
 * The greatest likeness to one of the pictures, with two digits; null where none can be compared. Contrast is the renderer's
 * choice, so any window will do, unless `compare` says otherwise.
 */
export function likest(
  actual: Picture | null,
  expected: readonly Picture[],
  compare: (expected: Picture, actual: Picture) => number | null = likenessOf,
): number | null {
  const alike = actual ? expected.flatMap((picture) => compare(picture, actual) ?? []) : [];
  return alike.length > 0 ? Number(Math.max(...alike).toFixed(2)) : null;
}
