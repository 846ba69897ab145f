import { changeAnswer, on } from '../../changes/answers.ts';
import { withoutAttribute } from '../../changes/attributes.ts';
import type { Fault } from '../fault.ts';

export const failuresNotListed: Fault = {
  id: 'failures-not-listed',
  title: 'leaves FailedSOPSequence out though instances were refused',
  operations: ['partial-store', 'refused-store'],
  requirements: ['STOW-018'],
  behaviour: () =>
    changeAnswer(on('store'), (answer) => {
      const { content } = answer;
      if (content.kind !== 'json') return answer;
      const [module = {}] = [content.value].flat();
      return { ...answer, content: { ...content, value: withoutAttribute(module, '00081198') } };
    }),
};
