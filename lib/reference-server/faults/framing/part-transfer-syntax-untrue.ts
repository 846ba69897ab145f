import { changePartHeaders, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partTransferSyntaxUntrue: Fault = {
  id: 'part-transfer-syntax-untrue',
  title: 'names JPEG Baseline in the Content-Type of parts that hold native pixels',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['COMMON-021'],
  behaviour: () =>
    changePartHeaders(on('retrieve'), (headers) =>
      headers.map(
        ([name, value]) =>
          [name, value.replace(/transfer-syntax=.*/, 'transfer-syntax=1.2.840.10008.1.2.4.50')] as const,
      ),
    ),
};
