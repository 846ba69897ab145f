import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { hole, WAYS, type Way } from '../../lib/reference-server/holes/hole.ts';
import { RESOURCES } from '../../lib/reference-server/holes/resources.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { causesOf } from '../../lib/results/first-cause.ts';
import type { ExchangeRecord, RequirementRecord, ScenarioRecord } from '../../lib/results/results.ts';
import { requirementRecords } from '../../lib/results/rollup.ts';
import { playWithExchanges } from '../../lib/run/in-process.ts';
import { type Scenario, withNeeded } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { ofTheDay } from '../support/drawn.ts';
import { PLAYED } from '../support/played.ts';
import { expectationOf } from './hole-expectations.ts';
import { harnessErrors } from './servers.ts';

/** Pictures of a few odd bytes: what is judged here does not depend on them. */
const DATASET = tutorialDataset({ rows: 5, columns: 7 });
const AT_ONCE = 4;

/** A resource that is missing, and how the server says so. */
type Missing = readonly [resource: string, way: Way];

interface Told {
  readonly server: string;
  readonly missing: readonly Missing[];
  readonly red: readonly string[];
  readonly incomplete: readonly string[];
  readonly errors: readonly string[];
  /** What leads each cause in the report. */
  readonly causes: readonly string[];
}

/** Played scenarios, their exchanges, and the server that they were played on. */
interface Judged {
  readonly scenarios: readonly ScenarioRecord[];
  readonly exchanges: readonly ExchangeRecord[];
  readonly baseUrl: string;
}

/** Each resource, missing in each way. */
const SINGLE = RESOURCES.flatMap(({ id }) => WAYS.map((way): readonly Missing[] => [[id, way]]));

/** Two holes at once, of different services and of one. */
const PAIRS: readonly (readonly Missing[])[] = [
  [
    ['search-studies', '404'],
    ['metadata-instance', '405'],
  ],
  [
    ['search-studies', 'page'],
    ['metadata-study', 'page'],
  ],
  [
    ['search-series-of-study', '501'],
    ['retrieve-series', '404'],
  ],
  [
    ['search-instances-of-series', '404'],
    ['metadata-instance', '404'],
  ],
  [
    ['search-instances-of-series', 'page'],
    ['store', '405'],
  ],
  [
    ['search-series', '400'],
    ['search-instances', '400'],
  ],
  [
    ['metadata-series', '404'],
    ['metadata-study', '501'],
  ],
  [
    ['metadata-instance', 'page'],
    ['retrieve-series', '400'],
  ],
  [
    ['retrieve-study', '404'],
    ['frames', '404'],
  ],
  [
    ['retrieve-instance', '405'],
    ['store-into-study', '404'],
  ],
  [
    ['bulk-data', 'page'],
    ['rendered-instance', 'page'],
  ],
  [
    ['store-into-study', 'page'],
    ['rendered-instance', '501'],
  ],
  [
    ['delete-instance', '405'],
    ['search-studies', '400'],
  ],
  [
    ['delete-study', '404'],
    ['metadata-series', '405'],
  ],
];

/** Pairs that one change of the server would mend. */
const ONE_CHANGE: readonly string[] = ['search-series 400 and search-instances 400'];

/** All of a service, which is one thing to add. A resource that others share a path with is refused in another way. */
const FAMILIES: readonly (readonly Missing[])[] = [
  ['search-', ['search-studies', '405']],
  ['search-', ['search-studies', '404']],
  ['metadata-', ['metadata-series', '501']],
  ['metadata-', ['metadata-series', 'page']],
  ['retrieve-', ['retrieve-instance', '405']],
  ['rendered-', ['rendered-frames', '501']],
  ['delete-', ['delete-instance', '400']],
  ['store', ['store-into-study', '405']],
].map(([prefix, other]) =>
  RESOURCES.filter(({ id }) => id.startsWith(String(prefix))).map(
    ({ id }): Missing => (id === other?.[0] ? [id, other[1] as Way] : [id, '404']),
  ),
);

/** Searches that only a native server has to offer. */
const RELATIONAL: readonly Missing[] = [
  ['search-series', '404'],
  ['search-instances', '404'],
  ['search-instances-of-study', '405'],
];

/** Judges a server. Without a window every search is late, so nothing is waited for, and that is not counted. */
async function judge(behaviours: readonly Behaviour[], scenarios: readonly Scenario[]): Promise<Judged> {
  const server = await startServer({ behaviours });
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true, timeoutMs: 20_000 }, {});
    const profile = { ...target.profile, visibilityWindowMs: 0 };
    return { ...(await playWithExchanges(scenarios, { ...target, profile }, DATASET)), baseUrl: server.baseUrl };
  } finally {
    await server.close();
  }
}

function withVerdict(records: readonly RequirementRecord[], ...verdicts: readonly string[]): string[] {
  return records
    .filter(({ id, verdict }) => verdicts.includes(verdict) && !(id === 'QIDO-065' && verdict === 'warn'))
    .map(({ id }) => id);
}

/** Scenarios and those that build on them, which go by what they were answered. */
function withDependents(ids: readonly string[]): string[] {
  const found = new Set(ids);
  for (const { id, needs = [] } of PLAYED) if (needs.some((need) => found.has(need))) found.add(id);
  return [...found];
}

const requirementsOf = (scenarios: readonly ScenarioRecord[]) => requirementRecords(scenarios, allRequirements());

/** The whole server: what it is told, and which scenarios ask for each of its resources. */
async function judgeWhole(): Promise<Judged & { askers: ReadonlyMap<string, Set<string>> }> {
  const askers = new Map(RESOURCES.map(({ id }) => [id, new Set<string>()]));
  let playing = '';
  const recording: Behaviour = {
    handle(request, archive, next) {
      for (const { id, selects } of RESOURCES) if (selects(request)) askers.get(id)?.add(playing);
      return next(request, archive);
    },
  };
  const announced = PLAYED.map((scenario) => ({
    ...scenario,
    play(context: Parameters<Scenario['play']>[0]) {
      playing = scenario.id;
      return scenario.play(context);
    },
  }));
  return { ...(await judge([recording], announced)), askers };
}

/** What each server is told that lacks one resource or two, and what those are that lack a whole service. */
async function judgeHoles(): Promise<{ told: readonly Told[]; families: readonly Told[] }> {
  const told: Told[] = [];
  const families: Told[] = [];
  const whole = await judgeWhole();
  const before = withVerdict(requirementsOf(whole.scenarios), 'incomplete');
  assert.deepEqual(withVerdict(requirementsOf(whole.scenarios), 'fail', 'warn'), []);
  const judgeMissing = async (missing: readonly Missing[]): Promise<Told> => {
    const holes = missing.map(([id, way]) => hole(resourceNamed(id), way));
    const asking = missing.flatMap(([id]) => [...(whole.askers.get(id) ?? [])]);
    const played = await judge(holes, withNeeded(PLAYED, withDependents(asking)));
    // Whatever never asks for what is missing, nor builds on what does, would find what it finds on the whole server.
    const scenarios = whole.scenarios.map((one) => played.scenarios.find(({ id }) => id === one.id) ?? one);
    const requirements = requirementsOf(scenarios);
    return {
      server: missing.map((one) => one.join(' ')).join(' and '),
      missing,
      red: withVerdict(requirements, 'fail', 'warn'),
      incomplete: withVerdict(requirements, 'incomplete').filter((id) => !before.includes(id)),
      errors: harnessErrors({ scenarios, requirements }),
      causes: causesIn(played),
    };
  };
  const queue = [
    ...[...ofTheDay(SINGLE, 40), ...ofTheDay(PAIRS, 5)].map((missing) => ({ missing, to: told })),
    ...[...ofTheDay(FAMILIES, 3), RELATIONAL].map((missing) => ({ missing, to: families })),
  ];
  const judgeNext = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) next.to.push(await judgeMissing(next.missing));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, judgeNext));
  return { told, families };
}

// Before the first test is declared: from then on Node's runner follows every promise, which takes a sixth of the time.
const { told, families } = await judgeHoles();

describe('the matrix of holes', () => {
  test('has at least a hundred servers', () => {
    assert.ok(SINGLE.length >= 100, `only ${SINGLE.length}`);
  });

  test('what is missing is red by a requirement that asks for it', () => {
    const silent = told.flatMap(({ server, missing, red }) =>
      missing
        .map(([id, way]) => expectationOf(id, way).askedBy)
        .filter((askedBy) => askedBy.length > 0 && !askedBy.some((id) => red.includes(id)))
        .map((askedBy) => `${server}: none of ${askedBy.join(' ')}`),
    );
    assert.deepEqual(silent, []);
  });

  test('nothing else turns red', (t) => {
    const foreign = [...told, ...families].flatMap(({ server, missing, red }) =>
      beyond(server, red, missing, 'askedBy'),
    );
    t.diagnostic(`${told.length + families.length} servers, ${foreign.length} foreign reds`);
    assert.deepEqual(foreign, []);
  });

  test('nothing is incomplete that another resource shows', (t) => {
    const needless = told.flatMap(({ server, missing, incomplete }) => beyond(server, incomplete, missing, 'unseen'));
    t.diagnostic(`${told.length} servers, ${needless.length} needless incompletes`);
    assert.deepEqual(needless, []);
  });

  test('a resource that is missing is one cause, and two are two', () => {
    const several = told.flatMap(({ server, missing, causes }) => {
      const isOneChange = ONE_CHANGE.includes(server);
      const isSilent = missing.some(([id, way]) => expectationOf(id, way).askedBy.length === 0);
      const expected = isOneChange ? 1 : missing.length;
      const isAsExpected = isSilent ? causes.length <= expected : causes.length === expected;
      return isAsExpected ? [] : [`${server}: ${causes.join(' ')}`];
    });
    assert.deepEqual(several, []);
  });

  test('a whole service that is missing is one cause, however each resource is refused', () => {
    const several = families.filter(({ causes }) => causes.length !== 1);
    assert.deepEqual(
      several.map(({ server, causes }) => `${server}: ${causes.join(' ')}`),
      [],
    );
  });

  test('no hole is an error of the harness', () => {
    assert.deepEqual(
      told.flatMap(({ server, errors }) => errors.map((error) => `${server}: ${error}`)),
      [],
    );
  });
});

function causesIn({ scenarios, exchanges, baseUrl }: Judged): string[] {
  return causesOf({ scenarios, exchanges, target: { baseUrl } })
    .map(({ lead }) => lead.breach.code)
    .filter((code) => code !== 'stored-found-late');
}

function resourceNamed(id: string) {
  const found = RESOURCES.find((resource) => resource.id === id);
  if (!found) throw new RangeError(`there is no resource ${id}`);
  return found;
}

/** Which of the ids none of what is missing explains. */
function beyond(server: string, ids: readonly string[], missing: readonly Missing[], by: 'askedBy' | 'unseen') {
  const explained = missing.flatMap(([id, way]) => expectationOf(id, way)[by]);
  return ids.filter((id) => !explained.includes(id)).map((id) => `${server}: ${id}`);
}
