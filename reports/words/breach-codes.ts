import { CATALOGUE } from '../../lib/breaches/catalogue.ts';
import { classOf } from '../../lib/breaches/consequences.ts';
import type { Harm } from '../../lib/breaches/harm.ts';
import type { Kind } from '../../lib/breaches/kind.ts';

const KINDS: Readonly<Record<string, Kind>> = CATALOGUE as unknown as Readonly<Record<string, Kind>>;

/** Codes of every kind of breach. */
export function knownBreaches(): string[] {
  return Object.keys(KINDS);
}

export function isKnownBreach(code: string): boolean {
  return Object.hasOwn(KINDS, code);
}

/** The harm that every breach of a kind does; empty where it depends on the particulars, and for an unknown code. */
export function harmsOf(code: string): readonly Harm[] {
  const harm = isKnownBreach(code) ? KINDS[code]?.harm : undefined;
  return typeof harm === 'string' ? [classOf(harm)] : [];
}
