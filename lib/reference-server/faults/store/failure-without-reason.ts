import { withoutAttribute } from '../../changes/attributes.ts';
import { changeFailures } from '../../changes/change-items.ts';
import type { Fault } from '../fault.ts';

export const failureWithoutReason: Fault = {
  id: 'failure-without-reason',
  title: 'leaves FailureReason out of failed items',
  operations: ['partial-store', 'refused-store'],
  requirements: ['STOW-019'],
  behaviour: () => changeFailures((item) => withoutAttribute(item, '00081197')),
};
