import { changeStatus, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const unsupportedMediaTypeAnswers500: Fault = {
  id: 'unsupported-media-type-answers-500',
  title: 'answers 500 to a store of a media type that is not taken',
  operations: ['faulty-store'],
  requirements: ['STOW-010'],
  behaviour: () => changeStatus(on('store'), 415, 500),
};
