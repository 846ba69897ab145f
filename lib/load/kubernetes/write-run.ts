import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { USUAL_CONNECTION } from '../../connection/settings.ts';
import { SHAPES } from '../../portable/shape-table.ts';
import { targetRecord } from '../../run/preflight.ts';
import { bundleScript } from '../bundle.ts';
import { connectionVariables } from '../k6-connection.ts';
import { type LoadPlan, planFor, shownSettings } from '../plan.ts';
import { writePool } from '../pool-files.ts';
import type { RunnerFacts } from '../runner-files.ts';
import { scriptEnvironment } from '../script-environment.ts';
import { kubernetesManifests } from './manifests.ts';
import { filesJobName, folderOnVolume } from './volume.ts';

interface KubernetesOptions {
  /** Folder for the manifests and the pool. */
  readonly folder: string;
  readonly parallelism: number;
  readonly volumeClaim: string;
  readonly secret: string;
}

/**
 * Writes what a cluster needs to run a load: the manifests, and the pool for its volume. Returns the steps that a
 * person has to take, one a line. Throws a RangeError when the manifests would not be valid.
 */
export async function writeKubernetesRun(run: LoadPlan, options: KubernetesOptions): Promise<readonly string[]> {
  const { folder, parallelism, volumeClaim, secret } = options;
  const name = `load-${run.script}-${randomBytes(3).toString('hex')}`;
  const onVolume = folderOnVolume(name);
  const {
    SEED: _,
    RUN: ____,
    EVENTS: __,
    LEDGER: ___,
    ...environment
  } = scriptEnvironment(run.target, run.settings, `${onVolume}/pool/pool.json`);
  const facts: RunnerFacts = {
    script: run.script,
    shape: run.settings.shape,
    model: run.settings.rate === undefined ? 'closed' : 'open',
    settings: shownSettings(run),
    target: targetRecord(run.target, null),
    plan: planFor(run, null),
  };
  const pool = join(folder, 'pool');
  mkdirSync(pool, { recursive: true });
  const needsSecret = run.target.credentials.kind !== 'none' || run.target.extraHeaders.length > 0;
  const manifests = kubernetesManifests({
    name,
    parallelism,
    script: await bundleText(run.script, facts),
    environment: { ...environment, ...connectionOf(run, pool, `${onVolume}/pool`) },
    secret: needsSecret ? secret : null,
    volumeClaim,
    memory: memoryOf(run, parallelism),
  });
  await writePool({ folder: pool, mix: run.mix, size: run.size, seed: run.settings.seed, names: run.names });
  for (const [file, text] of Object.entries(manifests)) writeFileSync(join(folder, file), text);
  return stepsOf({ name, folder, secret: needsSecret ? secret : null });
}

/** What a person has to do, a line each; lines that begin with # say why. */
function stepsOf({ name, folder, secret }: { name: string; folder: string; secret: string | null }): string[] {
  const apply = (file: string) => `kubectl apply -f ${folder}/${file}`;
  const job = filesJobName(name);
  const onVolume = folderOnVolume(name);
  return [
    `# Run ${name}, for k6-operator 1.6.0 or later: older ones do not know spec.args.`,
    '# A claim of that name that there is already stays as it is: it needs the access mode ReadWriteMany.',
    ...[apply('claim.json'), apply('files-job.json')],
    `kubectl wait --for=condition=Ready pod -l job-name=${job} --timeout=5m`,
    `files=$(kubectl get pod -l job-name=${job} -o 'jsonpath={.items[0].metadata.name}')`,
    `kubectl cp ${folder}/pool "$files:${onVolume}/pool"`,
    ...(secret === null ? [] : secretSteps(secret)),
    ...[apply('config-map.json'), apply('test-run.json')],
    `kubectl wait --for='jsonpath={.status.stage}=finished' testrun/${name} --timeout=24h`,
    `kubectl cp "$files:${onVolume}/results" ${folder}/results`,
    `dicomweb-harness load merge ${folder}/results/*.json`,
    `# Then remove what is on the cluster; the claim stays, as other runs may use it.`,
    `kubectl exec "$files" -- rm -r ${onVolume}`,
    `kubectl delete -f ${folder}/test-run.json -f ${folder}/config-map.json -f ${folder}/files-job.json`,
  ];
}

/** Bytes that an instance of most modalities has, where no size is asked for. */
const USUAL_SIZE = 2 ** 20;

/** Mebibytes that k6 was measured to need: the bodies of a user six times over, beside what it needs by itself. */
function memoryOf({ settings, size }: LoadPlan, parallelism: number): number {
  const users = settings.virtualUsers ?? SHAPES[settings.shape]?.virtualUsers ?? 1;
  const bodies = 6 * (size ?? USUAL_SIZE) * (settings.instancesPerRequest ?? 1) * Math.ceil(users / parallelism);
  return 256 + Math.ceil(bodies / 2 ** 20);
}

/**
 * How k6 connects from a runner, which has the pool on its volume: the file with the authorities lies beside it. A proxy
 * of this machine is none of the cluster's.
 */
function connectionOf({ target }: LoadPlan, pool: string, poolOnVolume: string): Readonly<Record<string, string>> {
  const connection = { ...(target.connection ?? USUAL_CONNECTION), proxies: USUAL_CONNECTION.proxies };
  const { SSL_CERT_FILE, ...variables } = connectionVariables({ connection, folder: pool });
  const inUse = Object.entries(variables).filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(inUse),
    ...(SSL_CERT_FILE === undefined ? {} : { SSL_CERT_FILE: `${poolOnVolume}/${basename(SSL_CERT_FILE)}` }),
  };
}

/** On a command line other users of the machine could read them, and the shell would remember them. */
function secretSteps(secret: string): string[] {
  return [
    '# With DICOMWEB_TOKEN, DICOMWEB_USER and DICOMWEB_PASSWORD, or DICOMWEB_HEADERS set in this shell:',
    `env | grep -E '^DICOMWEB_(TOKEN|USER|PASSWORD|HEADERS)=' | kubectl create secret generic ${secret} --from-env-file=/dev/stdin`,
  ];
}

async function bundleText(script: LoadPlan['script'], facts: RunnerFacts): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), 'dicomweb-harness-bundle-'));
  try {
    return readFileSync(await bundleScript(script, work, { path: "__ENV.RUNNER_FILE + '.json'", facts }), 'utf8');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
