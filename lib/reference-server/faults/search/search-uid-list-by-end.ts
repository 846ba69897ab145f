import { keywordOf, tagOf } from '../../../dicom/dictionary.ts';
import { changeRequest, on } from '../../changes/answers.ts';
import type { Level } from '../../message.ts';
import type { Fault } from '../fault.ts';

const LEVELS = [
  ['study', 'studies', 0],
  ['series', 'series', -1],
  ['instance', 'instances', 0],
] as const satisfies readonly (readonly [string, Level, number])[];

const isUidKey = (name: string): boolean => /InstanceUID$/.test(keywordOf(tagOf(name) ?? name.toUpperCase()) ?? '');

/** One fault for each level at which one UID of a list counts. */
export const searchUidListByEnd: readonly Fault[] = LEVELS.map(([name, level, at]) => ({
  id: `${name}-search-reads-one-of-a-list`,
  title: `looks for the ${at === 0 ? 'first' : 'last'} of a list of UIDs of the ${name} level`,
  operations: ['uid-list'],
  requirements: ['QIDO-042'],
  behaviour: () =>
    changeRequest(on('search', level), (request) => ({
      ...request,
      query: request.query.map(
        ([key, value]) => [key, isUidKey(key) ? (value.split(/[,\\]/).at(at) ?? '') : value] as const,
      ),
    })),
}));
