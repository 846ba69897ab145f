import { changeDataSets, on } from '../../changes/answers.ts';
import { withAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const storeResponseNullItem: Fault = {
  id: 'store-response-null-item',
  title: 'puts null behind the items of ReferencedSOPSequence',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['JSON-015'],
  behaviour: () =>
    changeDataSets(on('store'), (module) =>
      withAttribute(module, '00081199', ({ vr, Value = [] }) => ({ vr, Value: [...Value, null] })),
    ),
};
