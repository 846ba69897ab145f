/** @jsxImportSource preact */
import type { Verdict } from '../../lib/results/verdict.ts';
import { say } from './say.ts';

/** A verdict as a label: a word and a colour, never a colour alone. */
export function Badge({ verdict }: { readonly verdict: Verdict | 'untested' | 'untestable' }) {
  return <span class={`badge ${verdict}`} {...say(verdict)} />;
}
