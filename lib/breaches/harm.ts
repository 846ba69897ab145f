/**
 * What a breach does to those who use the server, gravest first. Everything that sorts by gravity sorts by this, and
 * then by verdict.
 */
export const HARMS = [
  'data-lost',
  'wrong-patient-or-image',
  'altered',
  'exposed',
  'not-found-or-opened',
  'some-clients-only',
  'cosmetic',
] as const;
export type Harm = (typeof HARMS)[number];
