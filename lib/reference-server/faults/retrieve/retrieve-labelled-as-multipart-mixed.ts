import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const retrieveLabelledAsMultipartMixed: Fault = {
  id: 'retrieve-labelled-as-multipart-mixed',
  title: 'labels a retrieve response as multipart/mixed',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['MP-001'],
  behaviour: () =>
    changeContentType(on('retrieve'), (contentType) => contentType.replace('multipart/related', 'multipart/mixed')),
};
