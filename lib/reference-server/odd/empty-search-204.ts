import { changeAnswer, on } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** That was the rule to 2025 (PS3.18 §8.3.4.4.1, before CP-2473). */
export const emptySearch204: OddServer = {
  id: 'empty-search-204',
  title: 'answers 204 to a search without a match',
  behaviour: () =>
    changeAnswer(on('search'), (answer) => {
      const { content, headers } = answer;
      const empty =
        (content.kind === 'json' && [content.value].flat().length === 0) ||
        (content.kind === 'multipart' && content.parts.length === 0);
      return answer.status === 200 && empty ? { status: 204, headers, content: { kind: 'none' } } : answer;
    }),
};
