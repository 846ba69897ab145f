import { setTimeout as sleep } from 'node:timers/promises';
import { Archive } from '../../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import { type Course, playCourses } from './course.ts';
import { answering, bare, is } from './moments.ts';
import type { Stage } from './stage.ts';
import { elsewhere } from './theirs.ts';

/** Somebody stores in the first series of ours as soon as it is there. */
function joined({ world }: Stage): Behaviour {
  return {
    handle(request, archive, next) {
      const ours = archive.select().find(({ study }) => study === world.dataset.study);
      if (!world.hasStrangers && ours && is(['retrieve', 'metadata', 'search'])(request))
        world.strangerStores(elsewhere(ours, { study: ours.study, series: ours.series }));
      return next(request, archive);
    },
  };
}

/** A DELETE of an instance takes its series, so many milliseconds after it was answered. */
function takingSeries(afterMs: number): Behaviour {
  return answering(is('delete', { level: 'instances' }), async (request, archive, next) => {
    const { study = '', series } = request.route;
    const answer = await next(request, archive);
    const take = () => archive.remove({ study, series });
    if (afterMs === 0) take();
    else setTimeout(take, afterMs);
    return answer;
  });
}

/** Of what comes in one request, these are kept. */
function keeping(which: (arrived: readonly Instance[], archive: Archive) => readonly Instance[]): Behaviour {
  return answering(is('store'), async (request, archive, next) => {
    const arriving = new Archive();
    const answer = await next(request, arriving);
    for (const one of which(arriving.select(), archive)) archive.add(one);
    return answer;
  });
}

/** Retrieves are refused on what this says. */
function refusing(isRefused: (series: string, instance: string, archive: Archive) => boolean): Behaviour {
  return answering(is('retrieve', { level: 'instances' }), (request, archive, next) => {
    const { series = '', instance = '' } = request.route;
    return isRefused(series, instance, archive) ? bare(500) : next(request, archive);
  });
}

interface Cascade {
  readonly what: string;
  readonly afterMs?: number;
  readonly around?: () => readonly Behaviour[];
}

/** The DELETE of an instance takes its series with it, in which a stranger is, and somewhere that is hard to see. */
function cascade({ what, afterMs = 0, around = () => [] }: Cascade): Course {
  return {
    what: `a DELETE of an instance takes its series: ${what}`,
    uids: 'original',
    canSayNothing: true,
    server: (stage) => [joined(stage), ...around(), takingSeries(afterMs)],
    play: async (stage) => {
      await stage.conformance({ uids: 'original', scenario: 'T18' });
      await sleep(2 * afterMs);
    },
  };
}

playCourses(
  [
    {
      what: 'of a store in several parts the first one is kept',
      around: () => [keeping((arrived) => arrived.slice(0, 1))],
    },
    {
      what: 'of a store in several parts the last one is kept',
      around: () => [keeping((arrived) => arrived.slice(-1))],
    },
    {
      what: 'a series that the harness made takes one instance alone',
      around: () => [
        keeping((arrived, archive) => {
          const isNew = ({ study, series }: Instance) => archive.select({ study, series }).length === 0;
          return arrived.filter((one, at) => arrived.length > 2 || (at === 0 && isNew(one)));
        }),
      ],
    },
    {
      what: 'and what went with it is answered 500',
      around: () => {
        const shown = new Map<string, Set<string>>();
        const deleted = new Set<string>();
        return [
          answering(is('delete', { level: 'instances' }), (request, archive, next) => {
            deleted.add(request.route.instance ?? '');
            return next(request, archive);
          }),
          refusing((series, instance, archive) => {
            const known = shown.get(series) ?? new Set();
            shown.set(series, known);
            if (archive.find(instance) !== undefined) known.add(instance);
            return known.has(instance) && archive.find(instance) === undefined && !deleted.has(instance);
          }),
        ];
      },
    },
    { what: '100 ms later', afterMs: 100 },
    { what: '300 ms later', afterMs: 300 },
  ].map(cascade),
);
