import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { hole, WAYS, type Way } from '../../lib/reference-server/holes/hole.ts';
import { RESOURCES } from '../../lib/reference-server/holes/resources.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import type { RequirementRecord, ScenarioRecord } from '../../lib/results/results.ts';
import { requirementRecords } from '../../lib/results/rollup.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { type Scenario, withNeeded } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
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
}

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

/** Judges a server. Without a window every search is late, so nothing is waited for, and that is not counted. */
async function judge(behaviours: readonly Behaviour[], scenarios: readonly Scenario[]): Promise<ScenarioRecord[]> {
  const server = await startServer({ behaviours });
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true, timeoutMs: 20_000 }, {});
    const profile = { ...target.profile, visibilityWindowMs: 0 };
    return await playInProcess(scenarios, { ...target, profile }, DATASET);
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
  for (const { id, needs = [] } of SCENARIOS) if (needs.some((need) => found.has(need))) found.add(id);
  return [...found];
}

const requirementsOf = (scenarios: readonly ScenarioRecord[]) => requirementRecords(scenarios, allRequirements());

/** The whole server: what it is told, and which scenarios ask for each of its resources. */
async function judgeWhole(): Promise<{ scenarios: ScenarioRecord[]; askers: ReadonlyMap<string, Set<string>> }> {
  const askers = new Map(RESOURCES.map(({ id }) => [id, new Set<string>()]));
  let playing = '';
  const recording: Behaviour = {
    handle(request, archive, next) {
      for (const { id, selects } of RESOURCES) if (selects(request)) askers.get(id)?.add(playing);
      return next(request, archive);
    },
  };
  const announced = SCENARIOS.map((scenario) => ({
    ...scenario,
    play(context: Parameters<Scenario['play']>[0]) {
      playing = scenario.id;
      return scenario.play(context);
    },
  }));
  return { scenarios: await judge([recording], announced), askers };
}

describe('the matrix of holes', () => {
  const told: Told[] = [];

  before(async () => {
    const whole = await judgeWhole();
    const before = withVerdict(requirementsOf(whole.scenarios), 'incomplete');
    assert.deepEqual(withVerdict(requirementsOf(whole.scenarios), 'fail', 'warn'), []);
    const judgeMissing = async (missing: readonly Missing[]): Promise<Told> => {
      const holes = missing.map(([id, way]) => hole(resourceNamed(id), way));
      const asking = missing.flatMap(([id]) => [...(whole.askers.get(id) ?? [])]);
      const played = await judge(holes, withNeeded(SCENARIOS, withDependents(asking)));
      // Whatever never asks for what is missing, nor builds on what does, would find what it finds on the whole server.
      const scenarios = whole.scenarios.map((record) => played.find(({ id }) => id === record.id) ?? record);
      const requirements = requirementsOf(scenarios);
      return {
        server: missing.map((one) => one.join(' ')).join(' and '),
        missing,
        red: withVerdict(requirements, 'fail', 'warn'),
        incomplete: withVerdict(requirements, 'incomplete').filter((id) => !before.includes(id)),
        errors: harnessErrors({ scenarios, requirements }),
      };
    };
    const single = RESOURCES.flatMap(({ id }) => WAYS.map((way): readonly Missing[] => [[id, way]]));
    const queue = [...single, ...PAIRS];
    const judgeNext = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) told.push(await judgeMissing(next));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, judgeNext));
  });

  test('has at least a hundred servers', () => {
    const single = told.filter(({ missing }) => missing.length === 1);
    assert.ok(single.length >= 100, `only ${single.length}`);
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
    const foreign = told.flatMap(({ server, missing, red }) => beyond(server, red, missing, 'askedBy'));
    t.diagnostic(`${told.length} servers, ${foreign.length} foreign reds`);
    assert.deepEqual(foreign, []);
  });

  test('nothing is incomplete that another resource shows', (t) => {
    const needless = told.flatMap(({ server, missing, incomplete }) => beyond(server, incomplete, missing, 'unseen'));
    t.diagnostic(`${told.length} servers, ${needless.length} needless incompletes`);
    assert.deepEqual(needless, []);
  });

  test('no hole is an error of the harness', () => {
    assert.deepEqual(
      told.flatMap(({ server, errors }) => errors.map((error) => `${server}: ${error}`)),
      [],
    );
  });
});

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
