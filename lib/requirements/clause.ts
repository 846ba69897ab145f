/**
 * Whether what a requirement cites is a clause, or stands below it: `PS3.18 §10.4.1.1` is under `10.4.1` and under
 * `PS3.18`, and not under `10.4.11`.
 */
export function isUnderClause(cited: string, clause: string): boolean {
  const asked = clause
    .trim()
    .replace(/^§/, '')
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return asked !== '' && new RegExp(String.raw`(^|[\s§])${asked}(?![\w-])`, 'i').test(cited);
}
