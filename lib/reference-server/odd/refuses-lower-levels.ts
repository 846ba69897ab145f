import { tagOf } from '../../dicom/dictionary.ts';
import { textAnswer } from '../message.ts';
import { levelOf } from '../search/attributes.ts';
import { levelsDownTo } from '../search/query.ts';
import type { OddServer } from './odd-server.ts';

/** They are not returned (PS3.18 §10.6.3.3.1); no text says what becomes of a search that names them. */
export const refusesLowerLevels: OddServer = {
  id: 'refuses-lower-levels',
  title: 'answers 400 to includefield with an attribute of a lower level',
  behaviour: () => ({
    async handle(request, archive, next) {
      const levels = levelsDownTo(request.route.level);
      const isLower = (name: string) => name !== 'all' && !levels.includes(levelOf(tagOf(name) ?? name));
      const names = request.query.flatMap(([name, value]) => (name === 'includefield' ? value.split(',') : []));
      return request.route.operation === 'search' && names.some(isLower)
        ? textAnswer(400, 'an attribute of a lower level')
        : next(request, archive);
    },
  }),
};
