import { readAll } from '../../../bytes/byte-source.ts';
import { changePayloads, on } from '../../changes/answers.ts';
import { rewrite, setText } from '../../changes/files.ts';
import type { Fault } from '../fault.ts';

export const patientNameUpperCased: Fault = {
  id: 'patient-name-upper-cased',
  title: 'returns Patient Name in capital letters',
  operations: ['T04', 'T05', 'T07', 'T09'],
  requirements: ['STOW-024', 'STOW-032'],
  behaviour: () =>
    changePayloads(on('retrieve'), (bytes) =>
      rewrite(bytes, {
        dataSet: (elements) => {
          const value = elements.get('00100010')?.value;
          if (value) setText(elements, '00100010', Buffer.from(readAll(value)).toString('latin1').toUpperCase());
        },
      }),
    ),
};
