import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { assess } from '../assess.ts';
import { lastKeyOf } from './asked.ts';
import { type KeySearch, keySelects } from './keys.ts';
import { valueSelects } from './values.ts';

/** A list of UIDs with another separator between them. */
export interface OtherForm {
  /** The separator as it was sent. */
  readonly separator: string;
  readonly search: KeySearch;
}

/**
 * QIDO-042: a list of UIDs finds each of them. `otherwise` are the same searches with the list in other forms, asked where
 * commas did not do: a server that takes one of those is warned of.
 */
export function uidListSelects(byComma: KeySearch, otherwise: readonly OtherForm[], profile?: Profile): Finding {
  const finding = valueSelects('QIDO-042', byComma, profile);
  const other = otherwise.find(({ search }) => keySelects('QIDO-042', search).verdict === 'pass');
  if (finding.verdict !== 'fail' || !other) return finding;
  const exchanges: readonly Exchange[] = [byComma.found, byComma.notFound, other.search.found];
  return assess('QIDO-042', finding.claim, exchanges, (a) => {
    const { key, value } = lastKeyOf(byComma.found);
    const facts = { key, level: byComma.expected.level, value, form: other.separator };
    a.should(false, () => breach('search-uid-list-in-another-form', { kind: 'exchange' }, facts));
    a.remark(`the list finds them in another form (${other.search.found.id})`);
  });
}
