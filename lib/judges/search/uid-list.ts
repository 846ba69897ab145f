import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type KeySearch, keySelects } from './matches.ts';

/**
 * QIDO-042: a list of UIDs finds each of them. `otherwise` are the same searches with the list in other forms, asked where
 * commas did not do: a server that takes one of those is warned of.
 */
export function uidListSelects(byComma: KeySearch, otherwise: readonly KeySearch[], profile?: Profile): Finding {
  const finding = keySelects('QIDO-042', byComma, profile);
  const other = otherwise.find((search) => keySelects('QIDO-042', search).verdict === 'pass');
  if (finding.verdict !== 'fail' || !other) return finding;
  return {
    ...finding,
    verdict: 'warn',
    remark: [finding.remark, `the list finds them in another form (${other.found.id})`].filter(Boolean).join('; '),
    exchanges: [...finding.exchanges, other.found.id],
  };
}
