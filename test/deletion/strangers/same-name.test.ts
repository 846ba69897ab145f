import { Archive } from '../../../lib/reference-server/archive.ts';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import { changeAnswer } from '../../../lib/reference-server/changes/answers.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import type { Answer } from '../../../lib/reference-server/message.ts';
import { search } from '../../../lib/reference-server/search/search.ts';
import { playCourses } from './course.ts';
import { answering, bare, before, both, is, type Which } from './moments.ts';
import { elsewhere, TAG, underItsUids } from './theirs.ts';

/** Instances are kept by study, series and instance: the same SOP Instance UID may be there in two studies. */
const byPath: Behaviour = {
  async handle(request, archive, next) {
    if (request.route.operation !== 'store') return next(request, archive);
    const arriving = new Archive();
    const answer = await next(request, arriving);
    for (const one of arriving.select()) archive.add(one);
    return answer;
  },
};

/** A DELETE takes every instance of that SOP Instance UID, in whatever study. */
const deletesByName: Behaviour = answering(is('delete', { level: 'instances' }), async (request, archive, next) => {
  const answer = await next(request, archive);
  for (const one of archive.select().filter(({ instance }) => instance === request.route.instance)) archive.remove(one);
  return answer;
});

/** A search over all studies lists what is in another archive as well. */
function alsoListing(others: Archive): Behaviour {
  const isOverAll: Which = ({ route }) => route.operation === 'search' && route.study === undefined;
  const listed = ({ content }: Answer) =>
    content.kind === 'json' && Array.isArray(content.value) ? content.value : [];
  return changeAnswer(both(isOverAll, is('search', { level: 'instances' })), async (answer, request) => {
    const more = await search(request, others);
    const value = [...listed(answer), ...listed(more)];
    return { ...more, content: { kind: 'json', mediaType: 'application/dicom+json', value } };
  });
}

const inOtherStudy = (ours: Instance): Instance => {
  const study = elsewhere(ours).study;
  return underItsUids(ours, { [TAG.study]: study });
};

playCourses([
  {
    what: 'the same SOP Instance UID is in another study, and a DELETE goes by it alone',
    server: ({ world }) => {
      // The server's own index has one instance of a name: another one holds theirs.
      const others = new Archive();
      for (const one of world.ours.map(inOtherStudy)) {
        world.strangerStores(one);
        others.add(one);
      }
      return [byPath, deletesByName, alsoListing(others)];
    },
  },
  {
    what: 'the same SOP Instance UID comes to another study, and a DELETE goes by it alone',
    server: ({ world }) => [
      before(is('delete', { level: 'instances' }), () => {
        for (const theirs of world.ours.map(inOtherStudy)) {
          world.archive.add(theirs);
          world.strangerHas(theirs);
        }
      }),
      byPath,
      deletesByName,
    ],
  },
  {
    what: 'the same Series Instance UID is in another study, and a DELETE goes by it alone',
    scenario: 'T19',
    server: ({ world }) => {
      const { study } = elsewhere(world.first);
      world.takeOver((one) => underItsUids(one, { [TAG.study]: study, [TAG.instance]: elsewhere(one).instance }));
      return [
        answering(is('delete', { level: 'series' }), async (request, archive, next) => {
          const answer = await next(request, archive);
          for (const one of archive.select().filter(({ series }) => series === request.route.series))
            archive.remove(one);
          return answer;
        }),
      ];
    },
  },
  {
    what: 'a DELETE and the reads match the beginnings of UIDs',
    server: ({ world }) => {
      const longer: Behaviour = answering(
        is(['delete', 'retrieve', 'metadata'], { level: 'instances' }),
        async (request, archive, next) => {
          const { study = '', series, instance = '' } = request.route;
          const all = archive
            .select({ study, series })
            .filter((one) => one.instance.startsWith(instance) || instance.startsWith(one.instance));
          if (all.length < 2) return next(request, archive);
          if (is('delete')(request)) {
            for (const one of all) archive.remove(one);
            return bare(204);
          }
          const some = new Archive();
          for (const one of all) some.add(one);
          const { instance: _, ...route } = request.route;
          return next({ ...request, route: { ...route, level: 'series' } }, some);
        },
      );
      return [
        before(is('delete', { level: 'instances' }), () =>
          world.takeOver((one) => underItsUids(one, { [TAG.instance]: `${one.instance.slice(0, -2)}` })),
        ),
        longer,
      ];
    },
  },
]);
