import { HARMS, type Harm } from './harm.ts';

/**
 * What breaches do to those who use the server, by class of harm, and gravest first within each. A kind names one of
 * them, and class and sentence follow from it, so that no sentence can say more or less than its class.
 */
const CONSEQUENCES = {
  'data-lost': ['only-copy-lost', 'stored-image-lost'],
  'wrong-patient-or-image': [
    'patient-mistaken',
    'foreign-image-shown',
    'filed-elsewhere',
    'others-found',
    'other-image-opened',
    'identifier-mistaken',
  ],
  altered: [
    'image-altered',
    'picture-altered',
    'image-cut',
    'patient-unidentified',
    'value-altered',
    'text-garbled',
    'value-missing',
    'value-ambiguous',
    'list-value-wrong',
    'images-doubled',
  ],
  exposed: ['open-to-strangers', 'written-by-strangers', 'deleted-still-seen'],
  'not-found-or-opened': [
    'images-unseen',
    'cannot-store',
    'cannot-open',
    'answer-unreadable',
    'image-unreadable',
    'cannot-search',
    'nothing-found',
    'list-incomplete',
    'link-broken',
    'value-unread',
    'list-not-narrowed',
  ],
  'some-clients-only': [
    'sender-misled',
    'sender-unsure',
    'sender-blocked',
    'sender-repeats',
    'request-refused',
    'type-unexpected',
    'connection-confused',
    'strict-clients-refuse',
    'label-misleads',
    'search-depends',
    'attribute-empty',
    'shown-twice',
    'delete-unavailable',
    'login-unclear',
    'mistake-hidden',
    'mistake-unclear',
    'status-unclear',
    'link-needs-context',
    'origin-unclear',
    'kept-answer-useless',
    'too-much',
    'rest-unannounced',
  ],
  cosmetic: ['detail-missing', 'detail-differs'],
} as const satisfies Record<Harm, readonly string[]>;

export type Consequence = (typeof CONSEQUENCES)[Harm][number];

const GRAVEST_FIRST = HARMS.flatMap((harm) => CONSEQUENCES[harm].map((consequence) => ({ consequence, harm })));
const PLACES = new Map<Consequence, { readonly harm: Harm; readonly rank: number }>(
  GRAVEST_FIRST.map(({ consequence, harm }, rank) => [consequence, { harm, rank }]),
);

/** All of them, gravest first. */
export const ALL_CONSEQUENCES: readonly Consequence[] = GRAVEST_FIRST.map(({ consequence }) => consequence);

/** The class of harm of a consequence. */
export function classOf(consequence: Consequence): Harm {
  return PLACES.get(consequence)?.harm ?? 'cosmetic';
}

/** Smaller is graver: by class of harm, then within it. */
export function rankOf(consequence: Consequence): number {
  return PLACES.get(consequence)?.rank ?? PLACES.size;
}
