import { changePartHeaders, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partTransferSyntaxWildcard: Fault = {
  id: 'part-transfer-syntax-wildcard',
  title: 'sends the wildcard back in the transfer-syntax parameter of parts',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['COMMON-021'],
  behaviour: () =>
    changePartHeaders(on('retrieve'), (headers) =>
      headers.map(([name, value]) => [name, value.replace(/transfer-syntax=.*/, 'transfer-syntax=*')] as const),
    ),
};
