import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storedSyntaxIgnoresRequest: Fault = {
  id: 'stored-syntax-ignores-request',
  title: 'returns instances as they were stored whatever syntax is asked for',
  operations: [],
  requirements: ['WADO-RS-006', 'WADO-RS-008'],
  behaviour: () =>
    changeAnswer(on('retrieve'), (answer, { route }, archive) => {
      const { content } = answer;
      if (content.kind !== 'multipart' || content.rootType !== 'application/dicom') return answer;
      const instances = archive.select({ study: route.study ?? '', series: route.series, instance: route.instance });
      const parts = content.parts.map((part, index) => ({ ...part, body: instances[index]?.bytes ?? part.body }));
      return { ...answer, content: { ...content, parts } };
    }),
};
