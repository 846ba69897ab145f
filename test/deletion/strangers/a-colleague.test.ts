import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../../../lib/reference-server/archive.ts';
import { type Course, playCourses } from './course.ts';
import { killed } from './killed.ts';
import { answering, bare, before, is } from './moments.ts';
import { elsewhere, instanceIn, TAG, underItsUids, withTexts } from './theirs.ts';

const colleague = (): Course => {
  const course = killed({
    what: 'a colleague deleted everything, stores the same study, and is killed as well',
    meanwhile: async ({ world, conformance, aside }) => {
      for (const one of world.archive.select()) world.archive.remove(one);
      const second = join(aside, 'second');
      let copy: Archive | null = null;
      world.at = () => {
        if (copy === null && world.archive.select({ study: world.dataset.study }).length === 3)
          copy = world.archive.copy();
      };
      await conformance({ scenario: 'T05', folder: second });
      if (copy === null) throw new Error('the colleague stored nothing');
      world.archive.restore(copy);
      for (const one of world.archive.select()) world.strangerHas(one);
      rmSync(second, { recursive: true });
    },
  });
  return {
    ...course,
    server: async (stage) => [
      ...((await course.server?.(stage)) ?? []),
      before(is('search'), () => stage.world.at?.(), 'each'),
    ],
  };
};

playCourses([
  colleague(),
  killed({
    what: 'the study was put into a stranger’s',
    uids: 'fresh',
    meanwhile: ({ world }) => {
      const theirs = elsewhere(world.first);
      for (const one of world.archive.select()) {
        world.archive.remove(one);
        world.archive.add(instanceIn(withTexts(one.bytes, { [TAG.study]: theirs.study })));
      }
      world.strangerStores(theirs);
    },
  }),
  killed({
    what: 'the server deletes nothing any more',
    meanwhile: ({ world }) => world.strangerStores(underItsUids(world.first)),
    server: () => [answering(is('delete'), () => bare(403))],
  }),
]);
