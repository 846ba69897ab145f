import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const unknownMetadataAnswersEmptyList: Fault = {
  id: 'unknown-metadata-answers-empty-list',
  title: 'answers 200 with an empty list for metadata of what is not there',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['WADO-RS-018', 'DELETE-005'],
  behaviour: () =>
    changeAnswer(on('metadata'), (answer) =>
      answer.status === 404
        ? { status: 200, headers: [], content: { kind: 'json', mediaType: 'application/dicom+json', value: [] } }
        : answer,
    ),
};
