/** A fragment that no text of unknown origin can break out of; equal ids give equal anchors. */
export function anchor(kind: 'requirement' | 'cause' | 'scenario' | 'exchange', id: string): string {
  const safe = id.slice(0, 80).replace(/[^\w.-]/g, (char) => `~${(char.codePointAt(0) ?? 0).toString(16)}~`);
  return kind === 'requirement' ? safe : `${PREFIX[kind]}${safe}`;
}

/** Requirements have no prefix: `report.html#WADO-RS-001` is the link that people write by hand. */
const PREFIX = { cause: 'finding-', scenario: 'scenario-', exchange: 'exchange-' } as const;
