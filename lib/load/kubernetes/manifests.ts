import { createRequire } from 'node:module';
import claimSchema from '../../../load/kubernetes/claim.schema.json' with { type: 'json' };
import jobSchema from '../../../load/kubernetes/files-job.schema.json' with { type: 'json' };
import testRunSchema from '../../../load/kubernetes/test-run.schema.json' with { type: 'json' };
import { claimOf, filesJobOf, folderOnVolume, volumeOf } from './volume.ts';

export interface KubernetesRun {
  /** Name of the TestRun, of the ConfigMap with its script, and of the run's folder on the volume. */
  readonly name: string;
  readonly parallelism: number;
  /** The bundled script. */
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Name of the Secret with the credentials, such as DICOMWEB_TOKEN; null for a target without credentials. */
  readonly secret: string | null;
  /** PersistentVolumeClaim: holds the pool, and takes what the runners write. */
  readonly volumeClaim: string;
  /** Memory that each runner asks for, in mebibytes. */
  readonly memory: number;
}

/** Facts of what was written are those of k6-operator 1.6 and of this k6. */
const IMAGE = 'grafana/k6:2.2.0';
/** A ConfigMap holds at most one mebibyte. */
const MOST_SCRIPT_BYTES = 1 << 20;
const SCRIPT_FILE = 'script.js';
/** Variables that must not be written into a manifest, because they are credentials. Runners get them by the Secret. */
const SECRETS = ['DICOMWEB_TOKEN', 'DICOMWEB_USER', 'DICOMWEB_PASSWORD', 'DICOMWEB_HEADERS'];

/**
 * Manifests for k6-operator by file name: the claim of a volume, a Job to copy files by, the script as a ConfigMap, and a
 * TestRun that spreads it over runners. JSON is YAML, so `kubectl apply` takes them. Throws a RangeError when the script is
 * too long or one of them does not fit its schema.
 */
export function kubernetesManifests(run: KubernetesRun): Readonly<Record<string, string>> {
  if (Buffer.byteLength(run.script) > MOST_SCRIPT_BYTES) throw new RangeError('the script does not fit a ConfigMap');
  const { name, script, volumeClaim } = run;
  const manifests = {
    'claim.json': checked(claimSchema, claimOf(volumeClaim)),
    'files-job.json': checked(jobSchema, filesJobOf(name, volumeClaim)),
    'config-map.json': { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { [SCRIPT_FILE]: script } },
    'test-run.json': checked(testRunSchema, testRunOf(run)),
  };
  return Object.fromEntries(Object.entries(manifests).map(([file, manifest]) => [file, json(manifest)]));
}

function checked(schema: { readonly title: string }, manifest: unknown): unknown {
  // Loaded here: few loads run on a cluster.
  const { Ajv } = createRequire(import.meta.url)('ajv') as typeof import('ajv');
  const isValid = new Ajv({ allErrors: true }).compile(schema);
  if (isValid(manifest)) return manifest;
  const [first] = isValid.errors ?? [];
  throw new RangeError(
    `${schema.title}: the manifest is not valid: ${first?.instancePath ?? ''} ${first?.message ?? ''}`,
  );
}

function testRunOf({ name, parallelism, environment, secret, volumeClaim, memory }: KubernetesRun): unknown {
  // Its result files, without their extensions. Kubernetes fills in the name of the pod.
  const runnerFile = `${folderOnVolume(name)}/results/$(POD_NAME)`;
  const env = [
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'RUNNER_FILE', value: runnerFile },
    ...Object.entries(environment)
      .filter(([variable]) => !SECRETS.includes(variable))
      .map(([variable, value]) => ({ name: variable, value })),
  ];
  const pod = { image: IMAGE, env, ...volumeOf(volumeClaim) };
  // No limit: a runner that is ended for its memory leaves no results.
  const resources = { requests: { cpu: '1', memory: `${memory}Mi` } };
  // Runners on one node share its processors. `separate` would wait for ever where there are fewer nodes than runners.
  const topologySpreadConstraints = [
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { app: 'k6', k6_cr: name, runner: 'true' } },
    },
  ];
  const credentials = secret === null ? {} : { envFrom: [{ secretRef: { name: secret } }] };
  return {
    apiVersion: 'k6.io/v1alpha1',
    kind: 'TestRun',
    metadata: { name },
    spec: {
      parallelism,
      script: { configMap: { name, file: SCRIPT_FILE } },
      args: ['--out', `csv=${runnerFile}.csv`, '--summary-trend-stats', 'avg,min,med,max,p(90),p(95),p(99),count'],
      // The initializer evaluates the script, which reads the pool.
      initializer: pod,
      runner: { ...pod, resources, topologySpreadConstraints, ...credentials },
    },
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
