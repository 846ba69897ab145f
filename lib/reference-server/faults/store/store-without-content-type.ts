import { changeContentType, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const storeWithoutContentType: Fault = {
  id: 'store-without-content-type',
  title: 'leaves out the Content-Type of a store response',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['STOW-027', 'COMMON-017'],
  behaviour: () => changeContentType(on('store'), () => null),
};
