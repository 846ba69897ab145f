import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { Archive } from '../../lib/reference-server/archive.ts';
import type { Instance } from '../../lib/reference-server/instance.ts';
import { playCourses, type Stage } from './course.ts';
import { answering, before, is, after, bare } from './moments.ts';
import { elsewhere, instanceIn, TAG, underItsUids, withTexts } from './theirs.ts';

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

const inOtherStudy = (ours: Instance): Instance => {
  const study = elsewhere(ours).study;
  return underItsUids(ours, { [TAG.study]: study });
};
const inOtherStudySameSeries = inOtherStudy;

/** A stranger's study, and the one of the run is put into it as soon as it is there. */
function merged(when: Parameters<typeof is>[0], isAlias: boolean) {
  return ({ world }: Stage): readonly Behaviour[] => {
    const theirs = elsewhere(world.ours[0]!);
    world.strangerStores(theirs);
    const old = new Set<string>();
    const move = (archive: Archive): void => {
      for (const one of archive.select()) {
        if (one.study === theirs.study || archive.select({ study: one.study }).length < 3) continue;
        old.add(one.study);
        for (const each of archive.select({ study: one.study })) {
          archive.remove(each);
          archive.add(instanceIn(withTexts(each.bytes, { [TAG.study]: theirs.study })));
        }
      }
    };
    return [
      { handle(request, archive, next) {
        if (is(when)(request)) move(archive);
        const { study } = request.route;
        return next(isAlias && study !== undefined && old.has(study) ? { ...request, route: { ...request.route, study: theirs.study } } : request, archive);
      } },
    ];
  };
}

playCourses([
  { what: 'the same SOP Instance UID is in another study, and a DELETE goes by it alone',
    server: ({ world }) => { world.ours.forEach((one) => world.strangerStores(inOtherStudy(one))); return [byPath, deletesByName]; } },
  { what: 'the same SOP Instance UID comes to another study, and a DELETE goes by it alone',
    server: ({ world }) => [before(is('delete', { level: 'instances' }), () => world.ours.forEach((one) => { const t = inOtherStudy(one); world.archive.add(t); world.strangerHas(t); })), byPath, deletesByName] },
  { what: 'the same Series Instance UID is in another study, and a DELETE goes by it alone', scenario: 'T19',
    server: ({ world }) => {
      world.ours.forEach((one) => world.strangerStores(underItsUids(one, { [TAG.study]: elsewhere(world.ours[0]!).study, [TAG.instance]: elsewhere(one).instance })));
      return [answering(is('delete', { level: 'series' }), async (request, archive, next) => {
        const answer = await next(request, archive);
        for (const one of archive.select().filter(({ series }) => series === request.route.series)) archive.remove(one);
        return answer;
      })];
    } },
  { what: 'the study is put into a stranger’s, and its name leads there', uids: 'fresh', scenario: ['T18', 'T20'], server: merged('search', true) },
  { what: 'the study is put into a stranger’s, and its name leads nowhere', uids: 'fresh', scenario: 'T18', server: merged('search', false) },
  { what: 'the study is put into a stranger’s before the first DELETE', uids: 'original', scenario: ['T19', 'T20'], server: merged('delete', true) },
  { what: 'one of a stranger is moved into the study of ours before it is deleted as a whole', uids: 'original', scenario: 'T20',
    server: ({ world }) => [before(is('delete', { level: 'instances' }), () => world.strangerStores(elsewhere(world.ours[0]!, { study: world.dataset.study })))] },
  { what: 'a DELETE and the reads match the beginnings of UIDs',
    server: ({ world }) => {
      const longer: Behaviour = answering(is(['delete', 'retrieve', 'metadata'], { level: 'instances' }), async (request, archive, next) => {
        const { study = '', series, instance = '' } = request.route;
        const all = archive.select({ study, series }).filter((one) => one.instance.startsWith(instance));
        if (all.length < 2) return next(request, archive);
        if (is('delete')(request)) { for (const one of all) archive.remove(one); return bare(204); }
        const some = new Archive();
        for (const one of all) some.add(one);
        const { instance: _, ...route } = request.route;
        return next({ ...request, route: { ...route, level: 'series' } }, some);
      });
      return [before(is('delete', { level: 'instances' }), () => world.ours.forEach((one) => world.strangerStores(underItsUids(one, { [TAG.instance]: `${one.instance.slice(0, 60)}` === one.instance ? `${one.instance}.1` : one.instance.slice(0, -1) })))), longer];
    } },
  { what: 'a store is listed as that of a stranger’s instance',
    uids: 'fresh', scenario: 'T05',
    server: ({ world }) => {
      const theirs = elsewhere(world.ours[0]!);
      world.strangerStores(theirs);
      return [{ reply: (reply, request) => request.route.operation === 'store'
        ? { ...reply, headers: reply.headers.map(([name, value]) => [name, /ocation/.test(name) ? value.replace(/studies\/.*/, `studies/${theirs.study}`) : value] as const),
            body: [Buffer.from(Buffer.concat(reply.body).toString().replaceAll(/studies\/[^"]*/g, `studies/${theirs.study}/series/${theirs.series}/instances/${theirs.instance}`).replace(/("00081155":\{"vr":"UI","Value":\[")[^"]*/g, `$1${theirs.instance}`))] }
        : reply }];
    } },
  { what: 'a store puts instances under the UIDs of a stranger’s study', uids: 'fresh', scenario: 'T05',
    server: merged('metadata', false) },
]);
