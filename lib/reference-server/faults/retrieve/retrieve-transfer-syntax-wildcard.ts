import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const retrieveTransferSyntaxWildcard: Fault = {
  id: 'retrieve-transfer-syntax-wildcard',
  title: 'sends the wildcard back in the Content-Type of the whole message',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['COMMON-021'],
  behaviour: () => changeContentType(on('retrieve'), (contentType) => `${contentType}; transfer-syntax=*`),
};
