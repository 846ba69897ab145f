import { Fields, OptionError } from './fields.ts';

interface ScenarioBase {
  readonly name: string;
  /** Exported function that an iteration calls. */
  readonly exec: string;
  /** All durations are in milliseconds. */
  readonly startTime: number;
  readonly gracefulStop: number;
  readonly env: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Stage {
  readonly duration: number;
  readonly target: number;
}

/** A scenario with k6's defaults filled in. */
export type Scenario = ScenarioBase &
  (
    | {
        readonly executor: 'shared-iterations' | 'per-vu-iterations';
        readonly vus: number;
        readonly iterations: number;
        readonly maxDuration: number;
      }
    | { readonly executor: 'constant-vus'; readonly vus: number; readonly duration: number }
    | {
        readonly executor: 'ramping-vus';
        readonly startVUs: number;
        readonly stages: readonly Stage[];
        readonly gracefulRampDown: number;
      }
    | {
        readonly executor: 'constant-arrival-rate';
        readonly rate: number;
        readonly timeUnit: number;
        readonly duration: number;
        readonly preAllocatedVUs: number;
        readonly maxVUs: number;
      }
    | {
        readonly executor: 'ramping-arrival-rate';
        readonly startRate: number;
        readonly timeUnit: number;
        readonly stages: readonly Stage[];
        readonly preAllocatedVUs: number;
        readonly maxVUs: number;
      }
  );

export type ScenarioOf<Executor extends Scenario['executor']> = Extract<Scenario, { readonly executor: Executor }>;

const COMMON = ['executor', 'startTime', 'gracefulStop', 'exec', 'env', 'tags'];
const OWN: Readonly<Record<Scenario['executor'], readonly string[]>> = {
  'shared-iterations': ['vus', 'iterations', 'maxDuration'],
  'per-vu-iterations': ['vus', 'iterations', 'maxDuration'],
  'constant-vus': ['vus', 'duration'],
  'ramping-vus': ['startVUs', 'stages', 'gracefulRampDown'],
  'constant-arrival-rate': ['rate', 'timeUnit', 'duration', 'preAllocatedVUs', 'maxVUs'],
  'ramping-arrival-rate': ['startRate', 'timeUnit', 'stages', 'preAllocatedVUs', 'maxVUs'],
};

/**
 * Reads the option `scenarios`.
 * @throws OptionError
 */
export function parseScenarios(source: unknown): readonly Scenario[] {
  const fields = new Fields(source, 'scenarios');
  if (fields.keys().length === 0) throw new OptionError('scenarios is empty');
  return fields.keys().map((name) => {
    if (!/^[0-9a-zA-Z_-]+$/.test(name))
      throw new OptionError(`scenario name '${name}' may hold letters, digits, _ and -`);
    return parseScenario(name, new Fields(fields.raw(name), `scenarios.${name}`));
  });
}

function parseScenario(name: string, fields: Fields): Scenario {
  const executor = fields.text('executor', '');
  if (!isExecutor(executor))
    fields.refuse('executor', `'${executor}' is not known to the embedded engine; use k6 for it`);
  const allowed = [...COMMON, ...OWN[executor]];
  const stranger = fields.keys().find((key) => !allowed.includes(key));
  if (stranger !== undefined) fields.refuse(stranger, `does not belong to ${executor}`);
  const base: ScenarioBase = {
    name,
    exec: fields.text('exec', 'default') || 'default',
    startTime: fields.duration('startTime', 0),
    gracefulStop: fields.duration('gracefulStop', 30_000),
    env: fields.textMap('env'),
    tags: fields.textMap('tags'),
  };
  switch (executor) {
    case 'shared-iterations':
    case 'per-vu-iterations': {
      const vus = fields.integer('vus', 1, 1);
      const iterations = fields.integer('iterations', 1, 1);
      if (executor === 'shared-iterations' && iterations < vus) {
        fields.refuse('iterations', `(${iterations}) is less than vus (${vus})`);
      }
      return { ...base, executor, vus, iterations, maxDuration: fields.duration('maxDuration', 600_000, 1000) };
    }
    case 'constant-vus':
      return { ...base, executor, vus: fields.integer('vus', 1, 1), duration: required(fields, 'duration') };
    case 'ramping-vus': {
      const stages = parseStages(fields);
      const startVUs = fields.integer('startVUs', 1);
      if (startVUs === 0 && stages.every((stage) => stage.target === 0)) {
        fields.refuse('stages', 'never ask for a virtual user');
      }
      return { ...base, executor, startVUs, stages, gracefulRampDown: fields.duration('gracefulRampDown', 30_000) };
    }
    case 'constant-arrival-rate': {
      if (!fields.has('rate')) fields.refuse('rate', 'is missing');
      const rate = fields.integer('rate', 0, 1);
      return { ...base, executor, rate, duration: required(fields, 'duration'), ...arrival(fields) };
    }
    case 'ramping-arrival-rate':
      return {
        ...base,
        executor,
        startRate: fields.integer('startRate', 0),
        stages: parseStages(fields),
        ...arrival(fields),
      };
  }
}

function isExecutor(name: string): name is Scenario['executor'] {
  return Object.hasOwn(OWN, name);
}

function required(fields: Fields, key: string): number {
  if (!fields.has(key)) fields.refuse(key, 'is missing');
  return fields.duration(key, 0, 1000);
}

function arrival(fields: Fields): { timeUnit: number; preAllocatedVUs: number; maxVUs: number } {
  if (!fields.has('preAllocatedVUs')) fields.refuse('preAllocatedVUs', 'is missing');
  const preAllocatedVUs = fields.integer('preAllocatedVUs', 0);
  const maxVUs = fields.integer('maxVUs', preAllocatedVUs);
  if (maxVUs < preAllocatedVUs) fields.refuse('maxVUs', 'is less than preAllocatedVUs');
  if (maxVUs === 0) fields.refuse('maxVUs', 'has to be at least 1');
  return { timeUnit: fields.duration('timeUnit', 1000, 1), preAllocatedVUs, maxVUs };
}

/** Stages of a ramp. @throws OptionError */
function parseStages(fields: Fields): readonly Stage[] {
  const stages = fields.list('stages');
  if (stages.length === 0) fields.refuse('stages', 'is missing or empty');
  return stages.map((stage, i) => {
    const inner = new Fields(stage, `${fields.place}.stages[${i}]`);
    if (!inner.has('target')) inner.refuse('target', 'is missing');
    if (!inner.has('duration')) inner.refuse('duration', 'is missing');
    return { duration: inner.duration('duration', 0), target: inner.integer('target', 0) };
  });
}

/** Milliseconds for which new iterations may start, from the scenario's own start. */
export function scenarioDuration(scenario: Scenario): number {
  switch (scenario.executor) {
    case 'shared-iterations':
    case 'per-vu-iterations':
      return scenario.maxDuration;
    case 'constant-vus':
    case 'constant-arrival-rate':
      return scenario.duration;
    default:
      return scenario.stages.reduce((sum, stage) => sum + stage.duration, 0);
  }
}

/** The most virtual users that the scenario may use, and how many of them are made before it starts. */
export function scenarioVirtualUsers(scenario: Scenario): { readonly planned: number; readonly max: number } {
  switch (scenario.executor) {
    case 'ramping-vus': {
      const planned = Math.max(scenario.startVUs, ...scenario.stages.map((stage) => stage.target));
      return { planned, max: planned };
    }
    case 'constant-arrival-rate':
    case 'ramping-arrival-rate':
      return { planned: scenario.preAllocatedVUs, max: scenario.maxVUs };
    default:
      return { planned: scenario.vus, max: scenario.vus };
  }
}
