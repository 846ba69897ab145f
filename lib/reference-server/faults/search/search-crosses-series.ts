import type { Fault } from '../fault.ts';

export const searchCrossesSeries: Fault = {
  id: 'search-crosses-series',
  title: 'adds an instance of another series to the results below a series',
  operations: ['T17'],
  requirements: ['QIDO-013', 'QIDO-001'],
  behaviour: () => ({
    handle: async (request, archive, next) => {
      const answer = await next(request, archive);
      const { operation, series, ...route } = request.route;
      const { content } = answer;
      if (operation !== 'search' || series === undefined || content.kind !== 'json') return answer;
      const whole = await next({ ...request, query: [], route: { ...route, operation } }, archive);
      if (whole.content.kind !== 'json') return answer;
      const others = [whole.content.value].flat().filter((one) => one['0020000E']?.Value?.[0] !== series);
      return { ...answer, content: { ...content, value: [content.value].flat().concat(others.slice(0, 1)) } };
    },
  }),
};
