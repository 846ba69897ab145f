import type { StatusParameters } from '../../../lib/breaches/kinds/status.ts';
import { either } from '../quote.ts';
import type { SeenIn } from '../telling.ts';

/** What a wrong status says as expected and observed. */
export function statusTold({ status, expected }: StatusParameters, seen: SeenIn) {
  return { expected: `status ${either(expected)}`, observed: `status ${seen.status ?? status}` };
}

/** A media type as the server wrote it, for a sentence. */
export function typeTold(type: string | null): string {
  return type === null ? 'no media type' : String(type);
}
