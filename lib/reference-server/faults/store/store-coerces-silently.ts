import { rewrite, setText } from '../../changes/files.ts';
import { changeStored } from '../../changes/stored.ts';
import type { Fault } from '../fault.ts';

export const storeCoercesSilently: Fault = {
  id: 'store-coerces-silently',
  title: 'changes Patient ID on arrival and says nothing',
  operations: ['T01', 'T02', 'T03', 'T04', 'T07', 'T09'],
  requirements: ['STOW-024', 'STOW-032'],
  behaviour: () =>
    changeStored((bytes) => rewrite(bytes, { dataSet: (elements) => setText(elements, '00100020', 'COERCED ') })),
};
