import type { Instance } from '../../../lib/reference-server/instance.ts';
import { playCourses } from './course.ts';
import { editLedger, editRun, type Killed, killed, type Line, oneLeft } from './killed.ts';
import type { Stage } from './stage.ts';
import { elsewhere } from './theirs.ts';

const named = ({ study, series, instance }: Instance): Line => ({ study, series, instance });

/** What a line stood for is known by the line alone. */
const DAMAGED = { canSayNothing: true, says: /a line of the ledger was changed/ } as const;

/** Somebody edits the ledger; each line becomes what is given for it. */
function edited(
  what: string,
  change: (line: Line, theirs: Instance, ours: Instance) => Line | readonly Line[],
  into: 'own' | 'study' | 'series' = 'own',
  bars: Pick<Killed, 'canSayNothing' | 'says'> = {},
  uids: Killed['uids'] = 'original',
): Killed {
  return {
    what: `the ledger ${what}`,
    ...bars,
    uids,
    meanwhile: (stage: Stage) => {
      const ours = oneLeft(stage);
      const theirs = elsewhere(
        ours,
        into === 'series' ? { study: ours.study, series: ours.series } : into === 'study' ? { study: ours.study } : {},
      );
      stage.world.strangerStores(theirs);
      editLedger(stage, (line) => change(line, theirs, ours));
    },
  };
}

const COURSES: readonly Killed[] = [
  ...(['fresh', 'original'] as const).map((uids) =>
    edited(
      "names a stranger's instance beside",
      (line, theirs) => [line, { ...line, ...named(theirs) }],
      'own',
      {},
      uids,
    ),
  ),
  edited(
    "names a stranger's instance in our series beside",
    (line, theirs) => [line, { ...line, ...named(theirs) }],
    'series',
  ),
  edited("names a stranger's study for each instance", (line, theirs) => ({ ...line, study: theirs.study })),
  edited("names a stranger's study and series alone", (line, theirs) => {
    const { instance: _, ...path } = named(theirs);
    return [line, { ...line, ...path, instance: '' }];
  }),
  edited('names no instance', (line) => ({ ...line, instance: '' }), 'series', DAMAGED),
  edited('names no series and no instance', ({ instance: _, series: __, ...line }) => line, 'study', DAMAGED, 'fresh'),
  edited('names an instance by a path upwards', (line, theirs) => [
    line,
    { ...line, instance: `../../../../${theirs.study}/series/${theirs.series}/instances/${theirs.instance}` },
  ]),
  edited('names an instance by a wildcard', (line) => [line, { ...line, instance: '*' }], 'series'),
  edited('was written into by another run', (line, theirs) => [{ ...line, ...named(theirs) }], 'study', {
    canSayNothing: true,
    says: /its UIDs are not of this run/,
  }),
  edited('says that all is gone', (line) => ({ ...line, state: 'gone' }), 'study', { canSayNothing: true }, 'fresh'),
  {
    what: 'the ledger and the secret are those of another run of the harness',
    uids: 'fresh',
    meanwhile: async (stage) => {
      const theirs = elsewhere(oneLeft(stage));
      stage.world.strangerStores(theirs);
      editRun(stage, (run) => {
        run.secret = 'ab'.repeat(32);
      });
    },
  },
  {
    what: 'there is no secret, and a line names a stranger',
    uids: 'fresh',
    meanwhile: async (stage) => {
      const theirs = elsewhere(oneLeft(stage));
      stage.world.strangerStores(theirs);
      editRun(stage, (run) => {
        delete run.secret;
      });
      editLedger(stage, (line) => [line, { ...line, ...named(theirs) }]);
    },
  },
  {
    what: 'the run is said to be of original UIDs, and a line names a stranger',
    uids: 'fresh',
    meanwhile: async (stage) => {
      const theirs = elsewhere(oneLeft(stage));
      stage.world.strangerStores(theirs);
      editRun(stage, (run) => {
        run.freshUids = null;
      });
      editLedger(stage, (line) => [line, { ...line, ...named(theirs) }]);
    },
  },
];

playCourses(COURSES.map(killed));
