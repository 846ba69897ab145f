import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const metadataLabelledAsHtml: Fault = {
  id: 'metadata-labelled-as-html',
  title: 'labels metadata as text/html',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['WADO-RS-031'],
  behaviour: () => changeContentType(on('metadata'), () => 'text/html; charset=utf-8'),
};
