import { attributesOf } from '../../attributes-of.ts';
import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchDisregardsCase: Fault = {
  id: 'search-disregards-case',
  title: 'finds a PatientID whatever its case',
  operations: ['exact-values'],
  requirements: ['QIDO-040'],
  behaviour: () =>
    changeRequest(on('search'), (request, archive) => {
      const stored = () => archive.select().map((instance) => String(attributesOf(instance)['00100020']?.Value?.[0]));
      const asStored = (value: string) => stored().find((id) => id.toLowerCase() === value.toLowerCase()) ?? value;
      return {
        ...request,
        query: request.query.map(([name, value]) => [name, name === 'PatientID' ? asStored(value) : value] as const),
      };
    }),
};
