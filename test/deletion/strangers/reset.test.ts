import type { DicomJsonDataSet } from '../../../lib/dicom/json.ts';
import type { Behaviour } from '../../../lib/reference-server/behaviour.ts';
import {
  changeDataSets,
  changeList,
  changeParts,
  changeRequest,
  on,
} from '../../../lib/reference-server/changes/answers.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import { type Course, playCourses } from './course.ts';
import { answering, bare, before, is } from './moments.ts';
import type { Stage } from './stage.ts';
import { elsewhere, instanceIn, TAG, underItsUids, withTexts } from './theirs.ts';

/** Ours are there from an earlier run, and the harness is told to delete them first. */
function reset(what: string, around: (stage: Stage) => readonly Behaviour[]): Course {
  return {
    what: `--reset: ${what}`,
    server: (stage) => {
      stage.world.oursAreThere();
      return around(stage);
    },
    play: (stage) => stage.conformance({ isReset: true, scenario: 'T01' }),
  };
}

/** Search results of the study hold one entry more, which leads to somebody else's instance. */
function listing(entry: (theirs: Instance, ours: Instance, first: DicomJsonDataSet) => Record<string, string>) {
  return ({ world }: Stage): readonly Behaviour[] => {
    const [ours] = world.ours as [Instance];
    const theirs = elsewhere(ours);
    world.strangerStores(theirs);
    return [
      changeList(on(['search', 'metadata']), (list, request) => {
        const [first] = list;
        if (first === undefined || (request.route.study !== undefined && request.route.study !== world.dataset.study))
          return list;
        const uids = entry(theirs, ours, first);
        const more = Object.fromEntries(Object.entries(uids).map(([tag, uid]) => [tag, { vr: 'UI', Value: [uid] }]));
        return [...list, { ...first, ...more } as DicomJsonDataSet];
      }),
    ];
  };
}
const inStudy = ({ study, series, instance }: Instance) => ({
  [TAG.study]: study,
  [TAG.series]: series,
  [TAG.instance]: instance,
});

/** A search lists instances of our study under names that are none. */
function naming(names: readonly string[]) {
  return (stage: Stage): readonly Behaviour[] =>
    names.flatMap((name) =>
      listing((theirs, ours) => {
        const instance = name.replace('THEIRS', theirs.instance).replace('STUDY', theirs.study);
        return { ...inStudy(ours), [TAG.instance]: instance };
      })(stage),
    );
}

playCourses([
  reset('searches ignore every key', ({ world }) => {
    world.strangerStores(elsewhere(world.first));
    return [
      changeRequest(on('search'), (request) => ({
        ...request,
        query: [],
        route: { operation: 'search', level: request.route.level },
      })),
    ];
  }),
  reset(
    'a search lists somebody else’s study and series beside ours',
    listing((theirs) => inStudy(theirs)),
  ),
  reset(
    'a search lists somebody else’s instance as one of our study',
    listing((theirs, ours) => ({ ...inStudy(theirs), [TAG.study]: ours.study })),
  ),
  reset('a search lists an instance without a name', naming(['', ' '])),
  reset(
    'a search lists instances that are named by paths',
    naming(['..', '%2e%2e', '/', '../../../../../studies/STUDY']),
  ),
  reset('a search lists instances that are named by more than a UID', naming(['*', 'THEIRS?', 'THEIRS/', 'THEIRS#'])),
  reset('somebody else’s is in our study under UIDs of its own', ({ world }) => {
    world.strangerStores(elsewhere(world.first, { study: world.dataset.study }));
    return [];
  }),
  reset('one of ours is replaced between the list and its DELETE', ({ world }) => [
    before(is('delete', { level: 'instances' }), () => world.takeOver(underItsUids)),
  ]),
  reset('one of ours is replaced after all were listed', ({ world }) => [
    before(is('retrieve', { level: 'instances', study: world.dataset.study }), () => world.takeOver(underItsUids), 4),
  ]),
  reset('what is there cannot be retrieved', ({ world }) => {
    world.strangerStores(elsewhere(world.first, { study: world.dataset.study }));
    return [answering(is('retrieve'), () => bare(403))];
  }),
  reset('a retrieve of an instance gives somebody else’s beside it', ({ world }) => {
    const theirs = elsewhere(world.first, { study: world.dataset.study });
    world.strangerStores(theirs);
    return [
      changeParts(is('retrieve', { level: 'instances' }), (parts) => [
        ...parts,
        { headers: parts[0]?.headers ?? [], body: theirs.bytes },
      ]),
    ];
  }),
  reset('an instance of the study is of another one by its file', ({ world }) => {
    const [ours] = world.ours as [Instance];
    const theirs = { ...instanceIn(withTexts(elsewhere(ours).bytes, {})), study: ours.study };
    world.strangerStores(theirs);
    return [];
  }),
  reset('a DELETE of an instance is refused', ({ world }) => {
    world.strangerStores(elsewhere(world.first, { study: world.dataset.study }));
    return [answering(is('delete', { level: 'instances' }), () => bare(405))];
  }),
  reset('lists give UIDs with blanks at the end', ({ world }) => {
    world.strangerStores(elsewhere(world.first, { study: world.dataset.study }));
    return [
      changeDataSets(on(['search', 'metadata']), (set) => ({
        ...set,
        ...Object.fromEntries(
          Object.values(TAG)
            .filter((tag) => set[tag]?.vr === 'UI')
            .map((tag) => [tag, { vr: 'UI', Value: [`${set[tag]?.Value?.[0]} `] }]),
        ),
      })),
    ];
  }),
  reset('lists tell only the study', ({ world }) => {
    world.strangerStores(elsewhere(world.first, { study: world.dataset.study }));
    return [changeDataSets(on(['search', 'metadata']), (set) => ({ [TAG.study]: set[TAG.study] }))];
  }),
]);
