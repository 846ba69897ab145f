import type { Behaviour } from '../behaviour.ts';
import type { Answer } from '../message.ts';
import { changeAnswer, on } from './answers.ts';

/** The answer to a search without a match. */
export const NO_MATCH: Answer = {
  status: 200,
  headers: [],
  content: { kind: 'json', mediaType: 'application/dicom+json', value: [] },
};

/** Answers 204 to a search without a match, which was the rule to 2025 (PS3.18 §8.3.4.4.1, before CP-2473). */
export function noContentForNoMatch(): Behaviour {
  return changeAnswer(on('search'), (answer) => {
    const { content, headers } = answer;
    const empty =
      (content.kind === 'json' && [content.value].flat().length === 0) ||
      (content.kind === 'multipart' && content.parts.length === 0);
    return answer.status === 200 && empty ? { status: 204, headers, content: { kind: 'none' } } : answer;
  });
}
