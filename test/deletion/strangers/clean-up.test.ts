import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changePayloads, on } from '../../../lib/reference-server/changes/answers.ts';
import type { Instance } from '../../../lib/reference-server/instance.ts';
import { playCourses } from './course.ts';
import { editRun, type Killed, killed, left, oneLeft } from './killed.ts';
import { answering, bare, before, is } from './moments.ts';
import type { Stage } from './stage.ts';
import { elsewhere, instanceIn, saying, TAG, underItsUids, withOtherPixels } from './theirs.ts';

/** A stranger stores in the place of so many of ours that are left, and may still be deleted. */
function replaced(stage: Stage, count = Infinity, change: (ours: Instance) => Instance = underItsUids): void {
  for (const one of left(stage).slice(0, count)) stage.world.strangerStores(change(one));
}

const beside = (stage: Stage): void => {
  const one = oneLeft(stage);
  stage.world.strangerStores(elsewhere(one, { study: one.study, series: one.series }));
  stage.world.strangerStores(elsewhere(one));
};

/** Scenarios that store more than the data set: named sets, as the suite `standard` does, copies of every kind, malformed stores. */
const STORING_MORE = [...['data-ct', 'data-names'], ...['several-stores', 'malformed-stores', 'rich-instance']];

/** The address of the run is that of another archive now. */
const elsewhereNow = async (stage: Stage, holds: 'none' | 'one'): Promise<void> => {
  const other = stage.world.otherArchive();
  left(stage).forEach((one, at) => {
    if (holds === 'one' && at === 0) other.add(one);
    else stage.world.strangerStores(underItsUids(one), other);
  });
  for (const one of stage.world.left()) stage.world.archive.remove(one);
  stage.world.strangerStores(elsewhere(stage.world.first), other);
  const url = await stage.serve(other);
  editRun(stage, (run) => {
    run.target.target = url;
    run.record.baseUrl = url;
  });
};

const COURSES: readonly Killed[] = [
  ...(['fresh', 'original'] as const).flatMap((uids): Killed[] => [
    { what: 'a stranger stored beside ours', uids, meanwhile: beside, isCleanedUp: true },
    {
      what: 'the run stored named data sets and copies, and a stranger stored beside them',
      uids,
      scenario: STORING_MORE,
      meanwhile: beside,
      isCleanedUp: true,
    },
    { what: 'a stranger replaced all of ours', uids, meanwhile: (stage) => replaced(stage) },
    { what: 'a stranger replaced one of ours', uids, meanwhile: (stage) => replaced(stage, 1) },
    { what: 'the address is that of another archive', uids, meanwhile: (stage) => elsewhereNow(stage, 'none') },
    {
      what: 'the address is that of another archive, to which one of ours was copied',
      uids,
      meanwhile: (stage) => elsewhereNow(stage, 'one'),
    },
  ]),
  {
    what: 'the run stored named data sets and copies, and a stranger replaced all of them',
    scenario: STORING_MORE,
    meanwhile: (stage) => replaced(stage),
  },
  {
    what: 'everything was deleted, and a stranger stored under the UIDs',
    meanwhile: (stage) => {
      const all = left(stage);
      for (const one of stage.world.left()) stage.world.archive.remove(one);
      for (const one of all) stage.world.strangerStores(underItsUids(one));
    },
  },
  {
    what: 'a stranger replaces ours when the first is deleted',
    uids: 'fresh',
    server: (stage) => [before(is('delete'), () => replaced(stage))],
  },
  {
    what: 'a stranger replaces ours after one was deleted',
    server: (stage) => [
      before(
        ({ route }) => route.operation === 'delete' && left(stage).some(({ instance }) => instance === route.instance),
        ({ route }) => {
          // The one that this DELETE names was compared a moment ago.
          for (const one of left(stage).filter(({ instance }) => instance !== route.instance))
            stage.world.strangerStores(underItsUids(one));
        },
        2,
      ),
    ],
  },
  {
    what: 'no instance is given back any more',
    uids: 'fresh',
    meanwhile: (stage) => replaced(stage, 1),
    server: () => [answering(is('retrieve'), () => bare(403))],
  },
  {
    what: 'every instance is given back without its patient',
    meanwhile: (stage) => replaced(stage, 1),
    server: () => [
      changePayloads(
        on('retrieve'),
        (bytes) => saying(instanceIn(bytes), { [TAG.patientName]: '', [TAG.patientId]: '' }).bytes,
      ),
    ],
  },
  {
    what: 'no instance can be deleted alone, and a stranger stored beside ours',
    uids: 'fresh',
    meanwhile: beside,
    server: () => [answering(is('delete', { level: 'instances' }), () => bare(405))],
  },
  {
    what: 'it is cleaned up twice, and a stranger stores between',
    times: 2,
    between: ({ world }) => world.takeOver(underItsUids),
  },
  {
    what: 'a stranger replaced ours with other pixels',
    meanwhile: (stage) => replaced(stage, Infinity, ({ bytes }) => instanceIn(withOtherPixels(bytes))),
  },
  {
    what: 'a stranger replaced ours with another patient',
    meanwhile: (stage) => replaced(stage, Infinity, (one) => saying(one, { [TAG.patientId]: 'ID2' })),
  },
  {
    what: 'the files of the data set are those of a stranger now',
    meanwhile: (stage) => {
      for (const one of left(stage)) {
        const theirs = underItsUids(one);
        stage.world.strangerStores(theirs);
        const file = stage.world.dataset.instances.find(({ instance }) => instance === one.instance);
        writeFileSync(join(stage.data, file?.name ?? 'more.dcm'), theirs.bytes);
      }
    },
  },
  {
    what: 'the folder of the data set is gone, and a stranger replaced ours',
    meanwhile: (stage) => {
      replaced(stage);
      rmSync(stage.data, { recursive: true });
    },
  },
  {
    what: 'the claim of the run is gone, and a stranger stored the same study',
    meanwhile: (stage) => {
      for (const one of stage.world.left()) {
        stage.world.archive.remove(one);
        if (stage.world.ours.some(({ instance }) => instance === one.instance)) stage.world.strangerStores({ ...one });
      }
    },
  },
];

playCourses(COURSES.map(killed));
