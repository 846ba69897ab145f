import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeResponseOfItsOwn: Fault = {
  id: 'store-response-of-its-own',
  title: 'answers a store with JSON of its own making',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-013'],
  behaviour: () =>
    changeAnswer(on('store'), (answer) => ({
      ...answer,
      content: { kind: 'bytes', mediaType: 'application/dicom+json', bytes: Buffer.from('{"status":"success"}') },
    })),
};
