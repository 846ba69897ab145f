import { changeAnswer, changePartHeaders, on } from '../changes/answers.ts';
import { noContentForNoMatch } from '../changes/empty-search.ts';
import type { Dialect } from './dialect.ts';

/**
 * The DICOM stores of a cloud healthcare API: deletes of studies and series start a long-running operation that is
 * described in JSON, the delete of an instance answers an empty object, no match is 204, parts carry a type only.
 */
export const googleHealthcare: Dialect = {
  id: 'google-healthcare',
  title: 'Google Cloud Healthcare API',
  profile: 'standard',
  denied: [],
  behaviours: () => [
    noContentForNoMatch(),
    changeAnswer(on('delete'), (answer, { route }) => {
      if (answer.status !== 204) return answer;
      const body = route.instance === undefined ? { name: 'projects/p/locations/l/operations/1', done: true } : {};
      const bytes = Buffer.from(JSON.stringify(body));
      return { status: 200, headers: [], content: { kind: 'bytes', mediaType: 'application/json', bytes } };
    }),
    changePartHeaders(on(['retrieve', 'frames']), (headers) => headers.filter(([name]) => name === 'Content-Type')),
    changeAnswer(
      () => true,
      (answer) => ({ ...answer, headers: answer.headers.filter(([name]) => !/location$/i.test(name)) }),
    ),
    {
      reply: (reply) => ({ ...reply, headers: [['Server', 'Google Frontend'], ...reply.headers], framing: 'chunked' }),
    },
  ],
};
