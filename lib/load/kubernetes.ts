import { createRequire } from 'node:module';
import schema from '../../load/kubernetes/test-run.schema.json' with { type: 'json' };

export interface KubernetesRun {
  /** Name of the TestRun and of the ConfigMap with its script. */
  readonly name: string;
  readonly parallelism: number;
  /** The bundled script. */
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Name of the Secret with the credentials, such as DICOMWEB_TOKEN; null for a target without credentials. */
  readonly secret: string | null;
  /** PersistentVolumeClaim: holds the pool in its folder `pool`, and takes what the runners write. */
  readonly volumeClaim: string;
}

/** Where the volume is in the runners. */
export const VOLUME_PATH = '/data';
/** A ConfigMap holds at most one mebibyte. */
const MOST_SCRIPT_BYTES = 1 << 20;
const SCRIPT_FILE = 'script.js';
const VOLUME = 'data';
/** Variables that must not be written into a manifest, because they are credentials. Runners get them by the Secret. */
const SECRETS = ['DICOMWEB_TOKEN', 'DICOMWEB_USER', 'DICOMWEB_PASSWORD', 'DICOMWEB_HEADERS'];

/** Path (in the runner) of its result files, without their extensions. Kubernetes fills in `$(POD_NAME)`. */
const RUNNER_FILE = `${VOLUME_PATH}/results/$(POD_NAME)`;

/**
 * Manifests for k6-operator: the script as a ConfigMap, and a TestRun that spreads it over runners. JSON is YAML, so
 * `kubectl apply -f FOLDER` takes them. Throws a RangeError when the script is too long or the TestRun does not fit the
 * operator's schema.
 */
export function kubernetesManifests(run: KubernetesRun): Readonly<Record<string, string>> {
  if (Buffer.byteLength(run.script) > MOST_SCRIPT_BYTES) throw new RangeError('the script does not fit a ConfigMap');
  const testRun = testRunOf(run);
  // Loaded here: few loads run on a cluster.
  const { Ajv } = createRequire(import.meta.url)('ajv') as typeof import('ajv');
  const isTestRun = new Ajv({ allErrors: true }).compile(schema);
  if (!isTestRun(testRun)) {
    const [first] = isTestRun.errors ?? [];
    throw new RangeError(`the TestRun is not valid: ${first?.instancePath ?? ''} ${first?.message ?? ''}`);
  }
  const configMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: run.name },
    data: { [SCRIPT_FILE]: run.script },
  };
  return { 'config-map.json': json(configMap), 'test-run.json': json(testRun) };
}

function testRunOf({ name, parallelism, environment, secret, volumeClaim }: KubernetesRun): unknown {
  const env = [
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'RUNNER_FILE', value: RUNNER_FILE },
    ...Object.entries(environment)
      .filter(([variable]) => !SECRETS.includes(variable))
      .map(([variable, value]) => ({ name: variable, value })),
  ];
  const pod = {
    env,
    volumes: [{ name: VOLUME, persistentVolumeClaim: { claimName: volumeClaim } }],
    volumeMounts: [{ name: VOLUME, mountPath: VOLUME_PATH }],
  };
  return {
    apiVersion: 'k6.io/v1alpha1',
    kind: 'TestRun',
    metadata: { name },
    spec: {
      parallelism,
      script: { configMap: { name, file: SCRIPT_FILE } },
      args: ['--out', `csv=${RUNNER_FILE}.csv`, '--summary-trend-stats', 'avg,min,med,max,p(90),p(95),p(99),count'],
      // The initializer evaluates the script, which reads the pool.
      initializer: pod,
      runner: { ...pod, ...(secret === null ? {} : { envFrom: [{ secretRef: { name: secret } }] }) },
    },
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
