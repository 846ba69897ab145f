import type { DicomJsonDataSet } from '../../../dicom/json.ts';
import { on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

const PAGING = new Set(['limit', 'offset', 'includefield']);

export const searchLimitsBeforeMatching: Fault = {
  id: 'search-limits-before-matching',
  title: 'looks through as many entities as limit says, and matches the keys among those',
  operations: ['paging'],
  requirements: ['QIDO-060'],
  behaviour: () => ({
    async handle(request, archive, next) {
      const answer = await next(request, archive);
      if (!on('search')(request) || !request.query.some(([name]) => name === 'limit')) return answer;
      const query = request.query.filter(([name]) => PAGING.has(name));
      const looked = await next({ ...request, query }, archive);
      if (answer.content.kind !== 'json' || looked.content.kind !== 'json') return answer;
      const urls = (value: unknown) =>
        (value as readonly DicomJsonDataSet[]).map((one) => JSON.stringify(one['00081190']));
      const seen = new Set(urls(looked.content.value));
      const found = answer.content.value as readonly DicomJsonDataSet[];
      const value = found.filter((one) => seen.has(JSON.stringify(one['00081190'])));
      return { ...answer, content: { ...answer.content, value } };
    },
  }),
};
