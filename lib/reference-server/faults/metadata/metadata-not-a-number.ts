import { changeBody, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataNotANumber: Fault = {
  id: 'metadata-not-a-number',
  title: 'writes NaN for US values',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['JSON-001'],
  behaviour: () =>
    changeBody(on('metadata'), (body) =>
      Buffer.from(body.toString().replaceAll(/"vr":"US","Value":\[\d+\]/g, '"vr":"US","Value":[NaN]')),
    ),
};
