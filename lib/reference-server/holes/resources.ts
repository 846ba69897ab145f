import { on, type Selector } from '../changes/answers.ts';
import type { Level, Operation } from '../message.ts';

/** A resource with a method that a server may lack. */
export interface Resource {
  /** In kebab case, as `metadata-of-series`. */
  readonly id: string;
  readonly selects: Selector;
}

const LEVELS: readonly (readonly [level: Level, name: string])[] = [
  ['studies', 'study'],
  ['series', 'series'],
  ['instances', 'instance'],
];

/** The same operation on a study, a series and an instance, and not on frames. */
function onEachLevel(operation: Operation): Resource[] {
  return LEVELS.map(([level, name]) => ({
    id: `${operation}-${name}`,
    selects: ({ route }) => route.operation === operation && route.level === level && route.frames === undefined,
  }));
}

function search(id: string, level: Level, below: 'nothing' | 'study' | 'series'): Resource {
  return {
    id: `search-${id}`,
    selects: ({ route }) => {
      const parent = route.series !== undefined ? 'series' : route.study !== undefined ? 'study' : 'nothing';
      return route.operation === 'search' && route.level === level && parent === below;
    },
  };
}

function ofFrames(operation: Operation): Resource {
  return {
    id: `${operation}-frames`,
    selects: ({ route }) => route.operation === operation && route.frames !== undefined,
  };
}

/** Each resource of the Studies Service with a method of it (PS3.18 Table 10.1-1), and DELETE, which vendors add. */
export const RESOURCES: readonly Resource[] = [
  search('studies', 'studies', 'nothing'),
  search('series', 'series', 'nothing'),
  search('instances', 'instances', 'nothing'),
  search('series-of-study', 'series', 'study'),
  search('instances-of-study', 'instances', 'study'),
  search('instances-of-series', 'instances', 'series'),
  ...onEachLevel('metadata'),
  ...onEachLevel('retrieve'),
  { id: 'frames', selects: on('frames') },
  { id: 'bulk-data', selects: on('bulkdata') },
  ...onEachLevel('rendered'),
  ofFrames('rendered'),
  ...onEachLevel('thumbnail'),
  ofFrames('thumbnail'),
  { id: 'store', selects: ({ route }) => route.operation === 'store' && route.study === undefined },
  { id: 'store-into-study', selects: ({ route }) => route.operation === 'store' && route.study !== undefined },
  ...onEachLevel('delete'),
  { id: 'capabilities', selects: on('capabilities') },
];
