import { changeAnswer, on } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** DICOM defines no delete; some products document this answer (RFC 9110 §9.3.5). */
export const deleteAnswers200: OddServer = {
  id: 'delete-answers-200',
  title: 'answers 200 with an empty JSON object to a delete',
  behaviour: () =>
    changeAnswer(on('delete'), (answer) =>
      answer.status === 204
        ? {
            status: 200,
            headers: [],
            content: { kind: 'bytes', mediaType: 'application/json', bytes: Buffer.from('{}') },
          }
        : answer,
    ),
};
