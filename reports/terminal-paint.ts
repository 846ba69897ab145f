import type { Verdict } from '../lib/results/verdict.ts';

/** Colours of the terminal; plain text where colour is not wanted. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  verdict(verdict: Verdict, text: string): string;
}

const CODES: Readonly<Record<Verdict, number>> = { pass: 32, info: 36, incomplete: 35, warn: 33, fail: 31 };

/** A painter by ANSI escape codes, or one that leaves text alone. */
export function painter(color: boolean): Paint {
  const code = (open: number, close: number) => (text: string) =>
    color ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    strong: code(1, 22),
    faint: code(2, 22),
    verdict: (verdict, text) => code(CODES[verdict], 39)(text),
  };
}
