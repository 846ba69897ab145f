import { parse } from 'yaml';
import type { Yaml } from './recipe-files.ts';

/** Keys of a pipeline of one job. */
const PIPELINE = ['name', 'trigger', 'pr', 'schedules', 'parameters', 'variables', 'resources', 'pool', 'steps'];
const POOL = ['name', 'vmImage', 'demands'];
const PARAMETER = ['name', 'displayName', 'type', 'default', 'values'];
const TYPES = ['string', 'number', 'boolean', 'object'];

/** Keys that every step may have, and those that each kind of step adds, by the key that makes it that kind. */
const STEP = ['displayName', 'name', 'condition', 'continueOnError', 'enabled', 'env', 'timeoutInMinutes', 'target'];
const KINDS: Readonly<Record<string, readonly string[]>> = {
  script: ['workingDirectory', 'failOnStderr', 'retryCountOnTaskFailure'],
  task: ['inputs', 'retryCountOnTaskFailure'],
  publish: ['artifact'],
};

/** Inputs of the tasks that are used, and the values of those that have a list of them. */
const TASKS: Readonly<Record<string, Readonly<Record<string, readonly string[] | null>>>> = {
  'NodeTool@0': { versionSource: ['spec', 'fromFile'], versionSpec: null, versionFilePath: null, checkLatest: null },
  'PublishTestResults@2': {
    testResultsFormat: ['JUnit', 'NUnit', 'VSTest', 'XUnit', 'CTest'],
    testResultsFiles: null,
    searchFolder: null,
    mergeTestResults: null,
    failTaskOnFailedTests: null,
    failTaskOnMissingResultsFile: null,
    testRunTitle: null,
  },
  'PublishPipelineArtifact@1': { targetPath: null, artifact: null, publishLocation: ['pipeline', 'filepath'] },
};

/** What is wrong with a pipeline of one job, as far as it does what the recipes do. @throws Error for what is no YAML. */
export function azureComplaints(text: string): readonly string[] {
  const pipeline = parse(text) as Yaml;
  const { pool, parameters = [], steps } = pipeline;
  return [
    ...unknownKeys('pipeline', pipeline, PIPELINE),
    ...unknownKeys('pool', pool as Yaml, POOL),
    ...(parameters as Yaml[]).flatMap((parameter) => parameterComplaints(parameter)),
    ...(Array.isArray(steps) && steps.length > 0 ? (steps as Yaml[]).flatMap(stepComplaints) : ['there are no steps']),
  ];
}

function parameterComplaints(parameter: Yaml): readonly string[] {
  const { name, type, default: usual, values } = parameter;
  return [
    ...unknownKeys(`parameter ${name}`, parameter, PARAMETER),
    ...(TYPES.includes(String(type)) ? [] : [`parameter ${name}: no type ${type}`]),
    ...(Array.isArray(values) && !values.includes(usual) ? [`parameter ${name}: ${usual} is none of its values`] : []),
  ];
}

function stepComplaints(step: Yaml, index: number): readonly string[] {
  const where = `step ${index + 1}`;
  const [kind, ...more] = Object.keys(KINDS).filter((key) => key in step);
  if (kind === undefined || more.length > 0) return [`${where} is of no kind, or of several`];
  const complaints = unknownKeys(where, step, [kind, ...STEP, ...(KINDS[kind] ?? [])]);
  if (kind !== 'task') return complaints;
  const inputs = TASKS[String(step.task)];
  if (!inputs) return [...complaints, `${where}: no task ${step.task}`];
  const given = (step.inputs ?? {}) as Yaml;
  return [
    ...complaints,
    ...unknownKeys(where, given, Object.keys(inputs)),
    ...Object.entries(given)
      .filter(([name, value]) => inputs[name] && !inputs[name].includes(String(value)))
      .map(([name, value]) => `${where}: ${name} cannot be ${value}`),
  ];
}

function unknownKeys(where: string, object: Yaml | undefined, known: readonly string[]): readonly string[] {
  return Object.keys(object ?? {})
    .filter((key) => !known.includes(key))
    .map((key) => `${where}: no key ${key}`);
}
