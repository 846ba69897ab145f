import { changeDataSets, on } from '../../changes/answers.ts';
import { withEach } from '../../changes/attributes.ts';
import { changeItems } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

export const storeResponseUidsWithoutArray: Fault = {
  id: 'store-response-uids-without-array',
  title: 'writes the UIDs of the response without the array around them',
  operations: ['T01', 'T02', 'T03'],
  requirements: ['JSON-008'],
  behaviour: () =>
    changeDataSets(on('store'), (module) =>
      changeItems(
        module,
        '00081199',
        (item) =>
          withEach(
            item,
            () => true,
            ({ vr, Value = [] }) => ({ vr, Value: Value[0] }),
          ) as typeof item,
      ),
    ),
};
