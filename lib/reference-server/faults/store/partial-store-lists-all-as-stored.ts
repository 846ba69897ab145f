import { changeAnswer, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const partialStoreListsAllAsStored: Fault = {
  id: 'partial-store-lists-all-as-stored',
  title: 'lists what it refused among what it stored',
  operations: ['partial-store'],
  requirements: ['STOW-016', 'STOW-018'],
  behaviour: () =>
    changeAnswer(on('store'), (answer) => {
      const { content } = answer;
      if (content.kind !== 'json') return answer;
      const [{ '00081198': failed, '00081199': stored, ...module } = {}] = [content.value].flat();
      if (!failed || !stored) return answer;
      const Value = [...(stored.Value ?? []), ...(failed.Value ?? [])];
      return { ...answer, content: { ...content, value: { ...module, '00081199': { vr: 'SQ', Value } } } };
    }),
};
