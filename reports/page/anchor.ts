import type { Grade } from '../../lib/breaches/breach.ts';
import type { Harm } from '../../lib/breaches/harm.ts';

/** A fragment that no text of unknown origin can break out of; equal ids give equal anchors. */
export function anchor(kind: 'requirement' | 'cause' | 'scenario' | 'exchange', id: string): string {
  const safe = id.slice(0, 80).replace(/[^\w.-]/g, (char) => `~${(char.codePointAt(0) ?? 0).toString(16)}~`);
  return kind === 'requirement' ? safe : `${PREFIX[kind]}${safe}`;
}

/** Requirements have no prefix: `report.html#WADO-RS-001` is the link that people write by hand. */
const PREFIX = { cause: 'finding-', scenario: 'scenario-', exchange: 'exchange-' } as const;

/** Id of the part of a page that tells of one harm: of failures, or of what is only warned of. */
export function tallyAnchor({ harm, grade }: { readonly harm: Harm; readonly grade: Grade }): string {
  return grade === 'fail' ? `harm-${harm}` : `harm-warn-${harm}`;
}
