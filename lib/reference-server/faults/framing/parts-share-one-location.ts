import { changeParts, on } from '../../changes/answers.ts';
import type { Header } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const partsShareOneLocation: Fault = {
  id: 'parts-share-one-location',
  title: 'gives every part the Content-Location of the first',
  operations: ['T04', 'T07'],
  requirements: ['MP-008'],
  behaviour: () =>
    changeParts(on('retrieve'), (parts) => {
      const location = parts[0]?.headers.find(([name]) => name === 'Content-Location')?.[1] ?? '';
      const relabel = ([name, value]: Header): Header => [name, name === 'Content-Location' ? location : value];
      return parts.map((part) => ({ ...part, headers: part.headers.map(relabel) }));
    }),
};
