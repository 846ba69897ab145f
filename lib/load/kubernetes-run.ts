import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { USUAL_CONNECTION } from '../connection/settings.ts';
import { targetRecord } from '../run/preflight.ts';
import { bundleScript } from './bundle.ts';
import { connectionVariables } from './k6-connection.ts';
import { kubernetesManifests, VOLUME_PATH } from './kubernetes.ts';
import { type LoadPlan, planFor, shownSettings } from './plan.ts';
import { writePool } from './pool-files.ts';
import type { RunnerFacts } from './runner-files.ts';
import { scriptEnvironment } from './script-environment.ts';

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
  const {
    SEED: _,
    RUN: ____,
    EVENTS: __,
    LEDGER: ___,
    ...environment
  } = scriptEnvironment(run.target, run.settings, `${VOLUME_PATH}/pool/pool.json`);
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
    name: `dicomweb-load-${run.script}`,
    parallelism,
    script: await bundleText(run.script, facts),
    environment: { ...environment, ...connectionOf(run, pool) },
    secret: needsSecret ? secret : null,
    volumeClaim,
  });
  await writePool({ folder: pool, mix: run.mix, size: run.size, seed: run.settings.seed, names: run.names });
  for (const [name, text] of Object.entries(manifests)) writeFileSync(join(folder, name), text);
  return [
    `Copy ${pool} to the volume of ${volumeClaim} as its folder "pool", and create the folder "results" on it.`,
    ...(needsSecret ? secretSteps(secret) : []),
    `kubectl apply -f ${folder}/config-map.json -f ${folder}/test-run.json`,
    'When the runners have finished, copy the folder "results" here and run: dicomweb-harness load merge results/*.json',
  ];
}

/**
 * How k6 connects from a runner, which has the pool on its volume: the file with the authorities lies beside it. A proxy
 * of this machine is none of the cluster's.
 */
function connectionOf({ target }: LoadPlan, pool: string): Readonly<Record<string, string>> {
  const connection = { ...(target.connection ?? USUAL_CONNECTION), proxies: USUAL_CONNECTION.proxies };
  const { SSL_CERT_FILE, ...variables } = connectionVariables({ connection, folder: pool });
  const inUse = Object.entries(variables).filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(inUse),
    ...(SSL_CERT_FILE === undefined ? {} : { SSL_CERT_FILE: `${VOLUME_PATH}/pool/${basename(SSL_CERT_FILE)}` }),
  };
}

/** On a command line other users of the machine could read them, and the shell would remember them. */
function secretSteps(secret: string): string[] {
  return [
    'With DICOMWEB_TOKEN, DICOMWEB_USER and DICOMWEB_PASSWORD, or DICOMWEB_HEADERS set in this shell:',
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
