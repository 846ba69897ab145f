import type { STATUS } from '../../../lib/breaches/kinds/status.ts';
import { either } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

export const STATUS_ENGLISH: WordsFor<typeof STATUS> = {
  'unexpected-status': ({ status, expected }, seen) => {
    const due = either(expected);
    const request = seen.query === '' ? seen.request : `${seen.request}?${seen.query}`;
    const failed = status >= 500;
    return {
      headline: `${request} is answered ${status} instead of ${due}.`,
      expected: `status ${due}`,
      observed: `status ${seen.status ?? status}`,
      effect: failed
        ? 'The client gets an error of the server and cannot go on.'
        : 'A client that goes by the status does the wrong thing with the answer.',
      remedy: failed
        ? 'Find the error in the log of the server, and answer as the clause asks.'
        : `Answer this request with ${due}.`,
    };
  },
};
