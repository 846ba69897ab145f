import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeLabelledAsHtml: Fault = {
  id: 'store-labelled-as-html',
  title: 'labels the store response as text/html',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-014', 'STOW-015'],
  behaviour: () => changeContentType(on('store'), () => 'text/html'),
};
