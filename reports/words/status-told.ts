import type { StatusParameters } from '../../lib/breaches/kinds/http/status.ts';
import { alternatives, either } from './quote.ts';
import type { SeenIn } from './telling.ts';

/** What a wrong status says as expected and observed. */
export const statusTold = {
  english: ({ status, expected }: StatusParameters, seen: SeenIn) => ({
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}${seen.isPage ? ', an HTML page' : ''}`,
  }),
  japanese: ({ status, expected }: StatusParameters, seen: SeenIn) => ({
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}${seen.isPage ? '、HTML ページ' : ''}`,
  }),
};

/** A media type as the server wrote it, for a sentence. */
export const typeTold = {
  english: (type: string | null): string => (type === null ? 'no media type' : String(type)),
  japanese: (type: string | null): string => (type === null ? 'メディアタイプなし' : String(type)),
};
