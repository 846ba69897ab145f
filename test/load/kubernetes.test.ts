import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { Ajv } from 'ajv';
import { type KubernetesRun, kubernetesManifests } from '../../lib/load/kubernetes/manifests.ts';
import { writeKubernetesRun } from '../../lib/load/kubernetes/write-run.ts';
import { readRunner } from '../../lib/load/runner-files.ts';
import { parseMix } from '../../lib/synthesis/mix.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import schema from '../../load/kubernetes/test-run.schema.json' with { type: 'json' };

const folder = mkdtempSync(join(tmpdir(), 'kubernetes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const RUN: KubernetesRun = {
  name: 'load-stow',
  parallelism: 3,
  script: 'module.exports = {};',
  environment: { TARGET: 'http://archive/dicom-web', VUS: '30' },
  secret: null,
  volumeClaim: 'harness',
  memory: 512,
};

const testRunOf = (run: KubernetesRun) => JSON.parse(kubernetesManifests(run)['test-run.json'] ?? '');

test('the schema refuses what k6-operator would drop in silence or stumble over', () => {
  const isTestRun = new Ajv().compile(schema);
  const good = testRunOf(RUN);
  assert.equal(isTestRun(good), true);
  const bad: readonly ((run: typeof good) => void)[] = [
    (run) => {
      run.kind = 'K6';
    },
    (run) => {
      run.spec.parallelism = 0;
    },
    (run) => {
      delete run.spec.script;
    },
    (run) => {
      run.spec.script.localFile = '/x';
    },
    (run) => {
      run.spec.runners = {};
    },
    (run) => {
      run.spec.args = '--vus 3';
    },
    (run) => {
      run.metadata.name = 'Load_Stow';
    },
    (run) => {
      run.spec.runner.env.push({ name: '2X' });
    },
  ];
  for (const change of bad) {
    const run = structuredClone(good);
    change(run);
    assert.equal(isTestRun(run), false, change.toString());
  }
});

test('each runner leaves files of its own, and gets the settings but no secret', () => {
  const { spec } = testRunOf({
    ...RUN,
    environment: { ...RUN.environment, DICOMWEB_TOKEN: 'hidden' },
    secret: 'credentials',
  });
  assert.equal(spec.parallelism, 3);
  assert.match(spec.args.join(' '), /csv=\/data\/load-stow\/results\/\$\(POD_NAME\)\.csv/);
  assert.deepEqual(spec.runner.env[0], { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } });
  assert.deepEqual(spec.runner.envFrom, [{ secretRef: { name: 'credentials' } }]);
  assert.doesNotMatch(JSON.stringify(spec), /hidden/);
  assert.ok(spec.runner.env.some(({ name }: { name: string }) => name === 'VUS'));
});

test('all pods write to one volume as the same user, by images of one version, and runners ask for what they need', () => {
  const manifests = kubernetesManifests(RUN);
  const read = (name: string) => JSON.parse(manifests[name] ?? '');
  assert.deepEqual(read('claim.json').spec.accessModes, ['ReadWriteMany']);
  const { spec } = read('files-job.json').spec.template;
  const { runner, initializer } = read('test-run.json').spec;
  for (const pod of [spec, runner, initializer]) {
    assert.equal(pod.securityContext.fsGroup, pod.securityContext.runAsUser);
    assert.deepEqual(pod.volumes, spec.volumes);
  }
  for (const image of [spec.containers[0].image, runner.image, initializer.image])
    assert.match(image, /:\d+\.\d+\.\d+$/);
  assert.equal(runner.resources.requests.memory, '512Mi');
  assert.throws(() => kubernetesManifests({ ...RUN, memory: -1 }), /TestRun.*not valid/);
  assert.throws(() => kubernetesManifests({ ...RUN, volumeClaim: 'Not_A_Name' }), /PersistentVolumeClaim.*not valid/);
});

test('a script that no ConfigMap holds is refused', () => {
  assert.throws(() => kubernetesManifests({ ...RUN, script: 'x'.repeat(2 ** 20 + 1) }), /ConfigMap/);
  assert.throws(() => kubernetesManifests({ ...RUN, parallelism: 1.5 }), /not valid/);
});

test('a written run has its script, its pool, and no seed that would make two runners make the same UIDs', async () => {
  const token = 'a-token-that-must-not-show';
  const target = resolveTarget(
    { target: 'http://archive.example/dicom-web', embedded: false },
    { DICOMWEB_TOKEN: token },
  );
  const settings = {
    shape: 'average',
    virtualUsers: 40,
    sample: 0,
    thresholds: { store_duration: ['p(95)<500'] },
    seed: 7,
  };
  const steps = await writeKubernetesRun(
    { script: 'stow', target, settings, mix: parseMix('CT:1,MR:1'), size: 4096, names: 'ascii', keep: false },
    { folder, parallelism: 4, volumeClaim: 'harness', secret: 'credentials' },
  );
  const again = await writeKubernetesRun(
    { script: 'stow', target, settings, mix: parseMix('CT:1'), size: 4096, names: 'ascii', keep: false },
    { folder: mkdtempSync(join(folder, 'again-')), parallelism: 4, volumeClaim: 'harness', secret: 'credentials' },
  );
  assert.notEqual(again[0], steps[0], 'each run has a name of its own');
  assert.doesNotMatch(execFileSync('sh', ['-n'], { input: steps.join('\n'), encoding: 'utf8' }), /./);
  const named = [...steps.join('\n').matchAll(/-f (\S+)/g)].map(([, file = '']) => file);
  for (const file of named) assert.ok(existsSync(file), file);
  assert.equal(new Set(named).size, 4);
  const files = ['config-map.json', 'test-run.json', 'pool/pool.json'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  );
  for (const text of [...files, ...steps]) assert.doesNotMatch(text, new RegExp(token));
  const [configMap = '', testRun = '', pool = ''] = files;
  assert.match(JSON.parse(configMap).data['script.js'], /handleSummary/);
  const names = JSON.parse(testRun).spec.runner.env.map(({ name }: { name: string }) => name);
  assert.ok(!names.includes('SEED') && names.includes('POOL') && names.includes('THRESHOLDS'));
  assert.equal(JSON.parse(pool).templates.length, 2);
  assert.match(steps.join('\n'), /kubectl apply/);
  assert.match(steps.join('\n'), /create secret/);
  assert.doesNotMatch(steps.join('\n'), /from-literal/, 'nothing secret goes onto a command line');
});

test('runners connect as the flags say', async () => {
  const own = mkdtempSync(join(folder, 'connection-'));
  const authority = join(own, 'ca.pem');
  writeFileSync(authority, rootCertificates[0] ?? '');
  const settings = { shape: 'smoke', sample: 0, thresholds: {}, seed: 7 };
  const environmentOf = async (name: string, flags: object, environment = {}): Promise<Record<string, string>> => {
    const target = resolveTarget({ target: 'https://pacs.example', embedded: false, ...flags }, environment);
    const run = {
      script: 'stow',
      target,
      settings,
      mix: parseMix('CT'),
      size: 4096,
      names: 'ascii',
      keep: false,
    } as const;
    const where = join(own, name);
    await writeKubernetesRun(run, { folder: where, parallelism: 1, volumeClaim: 'v', secret: 's' });
    const { spec } = JSON.parse(readFileSync(join(where, 'test-run.json'), 'utf8'));
    assert.deepEqual(spec.initializer.env, spec.runner.env);
    return Object.fromEntries(spec.runner.env.map((one: { name: string; value: string }) => [one.name, one.value]));
  };
  const usual = await environmentOf('usual', {}, { https_proxy: 'http://me:a-password-of-mine@proxy.example:3128' });
  for (const name of ['SSL_CERT_FILE', 'K6_INSECURE_SKIP_TLS_VERIFY', 'GODEBUG', 'https_proxy']) {
    assert.equal(usual[name], undefined, name);
  }
  assert.equal((await environmentOf('insecure', { insecure: true })).K6_INSECURE_SKIP_TLS_VERIFY, 'true');
  assert.equal((await environmentOf('http', { http: '1.1' })).GODEBUG, 'http2client=0');
  assert.match(
    String((await environmentOf('ca', { ca: authority })).SSL_CERT_FILE),
    /^\/data\/load-stow-[0-9a-f]{6}\/pool\/authorities\.pem$/,
  );
  assert.match(readFileSync(join(own, 'ca/pool/authorities.pem'), 'utf8'), /BEGIN CERTIFICATE/);
});

test('what a runner left becomes a result', async () => {
  const counter = (count: number) => ({ type: 'counter', contains: 'default', values: { count, rate: 1 } });
  const summary = {
    root_group: {
      name: '',
      path: '',
      id: '',
      groups: [],
      checks: [{ name: 'c', path: '', id: '', passes: 2, fails: 1 }],
    },
    state: { testRunDurationMs: 2000 },
    metrics: {
      store_requests: counter(2),
      store_duration: {
        type: 'trend',
        contains: 'time',
        values: { avg: 6, min: 5, med: 6, max: 7, 'p(90)': 7, 'p(95)': 7, 'p(99)': 7, count: 2 },
      },
    },
    harness: { script: 'stow', shape: 'smoke', model: 'closed', settings: { mix: 'CT:1' }, target: {}, plan: {} },
  };
  const path = join(folder, 'pod-1.json');
  writeFileSync(path, JSON.stringify(summary));
  writeFileSync(
    join(folder, 'pod-1.csv'),
    'metric_name,timestamp,metric_value,check\nstore_requests,100,1,\nstore_duration,100,5,\nstore_requests,101,1,\nstore_duration,101,7,\n',
  );
  const { load } = await readRunner(path);
  assert.equal(load.operations[0]?.requests, 2);
  assert.deepEqual(
    load.operations[0]?.histogram.map(([, count]) => count),
    [1, 1],
  );
  assert.equal(load.series.length, 2);
  assert.deepEqual(load.checks, [{ name: 'c', passes: 2, fails: 1 }]);
  writeFileSync(path, '{"metrics":{}}');
  await assert.rejects(readRunner(path), /is not the summary of a script/);
});
