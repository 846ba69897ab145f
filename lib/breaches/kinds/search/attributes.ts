import type { Consequence } from '../../consequences.ts';
import { ofOtherValue } from '../../element-consequence.ts';
import { kind } from '../../kind.ts';

/** The attribute, and the level of the entity that the result is about. */
type Of = { readonly tag: string; readonly level: string };

type Differs = Of & { readonly expected: string; readonly actual: string };

const UIDS = new Set(['0020000D', '0020000E', '00080018', '00080016']);

function ofListedValue(of: Of): Consequence {
  const consequence = ofOtherValue(of);
  return consequence === 'value-altered' ? 'list-value-wrong' : consequence;
}

function ofAbsence({ tag }: Of): Consequence {
  return UIDS.has(tag) ? 'cannot-open' : 'attribute-empty';
}

/** Kinds of breaches of the attributes that search results return. */
export const SEARCH_ATTRIBUTES = {
  'search-attribute-missing': kind<Of>({
    harm: ofAbsence,
    identity: ['tag'],
    says: 'absent',
    unread: true,
  }),
  'search-empty-attribute-missing': kind<Of>({ harm: 'detail-missing', unread: true }),
  /** `parent` is the level above whose attributes are left out. */
  'search-lacks-parent-attributes': kind<Of & { readonly parent: string }>({ harm: 'attribute-empty', unread: true }),
  'search-attribute-without-value': kind<Of & { readonly expected: string }>({
    harm: ofAbsence,
    identity: ['tag'],
    says: 'altered',
  }),
  'search-value-differs': kind<Differs>({
    harm: ofListedValue,
    identity: ['tag'],
    says: 'altered',
  }),
  'search-sequence-items-differ': kind<Of & { readonly expected: number; readonly actual: number }>({
    harm: 'list-value-wrong',
    identity: ['tag'],
  }),
  /** Fewer than there are, as before the last store. */
  'search-count-too-small': kind<Differs>({ harm: 'list-value-wrong', says: 'absent' }),
  'search-count-differs': kind<Differs>({
    harm: 'list-value-wrong',
    identity: ['tag'],
    says: 'foreign',
  }),
  'search-modalities-differ': kind<{ readonly expected: readonly string[]; readonly actual: readonly string[] }>({
    harm: 'nothing-found',
  }),
  'search-availability-undefined': kind<{ readonly actual: string }>({ harm: 'label-misleads' }),
  'search-timezone-malformed': kind<{ readonly actual: string }>({ harm: 'list-value-wrong' }),
} as const;
