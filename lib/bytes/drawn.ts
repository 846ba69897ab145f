import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes } from 'node:crypto';

/** Where random values come from while a piece of work goes on: a seed, and how many were drawn for each purpose. */
interface Source {
  readonly seed: string;
  readonly drawn: Map<string, number>;
}

const sources = new AsyncLocalStorage<Source>();
const secrets = new AsyncLocalStorage<string>();

/**
 * Sixteen random bytes as hexadecimal digits. Within `drawingFrom` they follow from its seed, the purpose and how many were
 * drawn for that purpose before; anywhere else nothing tells them beforehand.
 */
export function drawnHex(purpose: string): string {
  const source = sources.getStore();
  if (!source) return randomBytes(16).toString('hex');
  const count = source.drawn.get(purpose) ?? 0;
  source.drawn.set(purpose, count + 1);
  return createHash('sha256').update(`${source.seed}\n${purpose}\n${count}`).digest('hex').slice(0, 32);
}

/** The secret of the run that a piece of work is of; undefined for work of no run. */
export function secretOfRun(): string | undefined {
  return secrets.getStore();
}

/** Does work of a run: the UIDs that it makes can be proved by its secret. */
export function withSecretOfRun<T>(secret: string, work: () => T): T {
  return secrets.run(secret, work);
}

/** Does work whose random values follow from a seed: with the same seed it draws the same values again. */
export function drawingFrom<T>(seed: string, work: () => T): T {
  return sources.run({ seed, drawn: new Map() }, work);
}
