import { changeRequest, on } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

const SIMILAR = 3;

/** What is similar is implementation dependent (PS3.4 §C.2.2.2.1.1). */
export const fuzzyMatching: OddServer = {
  id: 'fuzzy-matching',
  title: 'finds with fuzzymatching=true what begins as the name does (PS3.18 §8.3.4.2)',
  behaviour: () =>
    changeRequest(on('search'), (request) => {
      const isFuzzy = request.query.some(([name, value]) => name === 'fuzzymatching' && value === 'true');
      const query = request.query
        .filter(([name]) => name !== 'fuzzymatching')
        .map(
          ([name, value]) => [name, isFuzzy && name === 'PatientName' ? `${value.slice(0, SIMILAR)}*` : value] as const,
        );
      return { ...request, query };
    }),
};
