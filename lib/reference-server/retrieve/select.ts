import type { Archive } from '../archive.ts';
import type { Instance } from '../instance.ts';
import { Refusal, type Route } from '../message.ts';

const NAMES = { studies: 'study', series: 'series', instances: 'instance' } as const;

/** The instances that a path names. @throws Refusal 404 when there is none, whichever step of the path is wrong. */
export function selectInstances(archive: Archive, route: Route): readonly [Instance, ...Instance[]] {
  const { study = '', series, instance } = route;
  const [first, ...others] = archive.select({ study, series, instance });
  if (first === undefined) throw new Refusal(404, `this server has no such ${NAMES[route.level]}`);
  return [first, ...others];
}
