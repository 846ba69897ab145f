import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import type { Behaviour } from '../../behaviour.ts';
import { changeAnswer, on } from '../../changes/answers.ts';
import type { Answer } from '../../message.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

const OTHER_FAILURES = '0008119A';

/** Changes answers that tell of a part that is no instance. */
function onUnreadablePart(change: (answer: Answer, module: DicomJsonDataSet) => Answer): Behaviour {
  return changeAnswer(on('store'), (answer) => {
    const [module = {}] = answer.content.kind === 'json' ? [answer.content.value].flat() : [];
    return module[OTHER_FAILURES] ? change(answer, module) : answer;
  });
}

export const unreadablePartConcealed: Fault = {
  id: 'unreadable-part-concealed',
  title: 'answers 200 to a store with a part that is no instance, and does not tell of it',
  operations: ['several-stores'],
  requirements: ['STOW-025'],
  behaviour: () =>
    onUnreadablePart((answer, { [OTHER_FAILURES]: _, ...value }) => ({
      ...answer,
      status: 200,
      content: { kind: 'json', mediaType: 'application/dicom+json', value },
    })),
};

export const unreadablePartAnswers500: Fault = {
  id: 'unreadable-part-answers-500',
  title: 'answers 500 to a store with a part that is no instance',
  operations: ['several-stores'],
  requirements: ['STOW-025'],
  behaviour: () => onUnreadablePart(() => textAnswer(500, 'NullPointerException')),
};
