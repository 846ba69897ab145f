import { changeContentType } from '../changes/answers.ts';
import type { OddServer } from './odd-server.ts';

/** Both forms are allowed (PS3.18 §8.7.1 and its note). */
export const typeParameterUnquoted: OddServer = {
  id: 'type-parameter-unquoted',
  title: 'writes the type parameter without quotation marks',
  behaviour: () =>
    changeContentType(
      () => true,
      (contentType) => contentType.replace(/type="([^"]*)"/, 'type=$1'),
    ),
};
