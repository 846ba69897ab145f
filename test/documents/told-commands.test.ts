import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { harness, smallStudy, temporaryFolder } from '../cli/program.ts';
import { argumentsOf, commandsInDocuments, commandsInEveryHelp } from './documents.ts';

/** Commands on what a run left, and others that take no longer. */
const CHEAP = [
  'report',
  'compare',
  'history',
  'baseline',
  'conformance-statement',
  'verify',
  'sign',
  'fixtures',
  'open',
];
/** Flags whose value only the reader has: these lines are parsed and not run. */
const READERS_OWN = ['--baseline', '--expect', '--key'];
/** More files than a test writes. */
const MANY = '1000000';
/** How documents call the folder of a run. */
const RUN_FOLDER = /^(RUN…?|A|B|LAST|THIS|FOLDER|runs(\/[\w./-]+)?)$/;

/** Lines that differ only in values run once. */
const shapeOf = (args: readonly string[]): string =>
  args.filter((word, index) => index === 0 || word.startsWith('--')).join(' ');

const atEnd = { after: (remove: () => void) => after(remove) } as Parameters<typeof temporaryFolder>[0];

const MISTAKES: readonly (number | null)[] = [EXIT_CODES.usage, EXIT_CODES.harnessError, null];

const told = [...commandsInDocuments(), ...(await commandsInEveryHelp())];
const lines = new Map(
  told.flatMap((one) => {
    const args = argumentsOf(one) ?? [];
    const runs = CHEAP.includes(args[0] ?? '') && !args.includes('--help') && !args.includes(MANY);
    const isWhole = args.length > 1 && !args.some((word) => READERS_OWN.includes(word) || /^…$|,runs/.test(word));
    return runs && isWhole ? [[shapeOf(args), { ...one, args }] as const] : [];
  }),
);

const run = await faultyRun();

describe('cheap commands of README, docs and help run as they stand', { concurrency: 2 }, () => {
  test('there are some of each', () => {
    const names = new Set([...lines.values()].map(({ args }) => args[0]));
    for (const name of CHEAP) if (name !== 'sign') assert.ok(names.has(name), `${name} among ${[...names]}`);
  });

  for (const { args, where } of lines.values()) {
    test(`${args.join(' ')} (${where})`, async (t) => {
      const cwd = temporaryFolder(t);
      for (const name of args.flatMap((word) => word.split(',')).filter((word) => RUN_FOLDER.test(word)))
        cpSync(run, join(cwd, name === 'runs' ? 'runs/one' : name), { recursive: true });
      const { code, stderr } = await harness(args, { cwd, env: { DISPLAY: '', WAYLAND_DISPLAY: '' } });
      assert.ok(!MISTAKES.includes(code), `exit code ${code}: ${stderr}`);
      assert.doesNotMatch(stderr, /defect of the harness/);
    });
  }

  test('sign and verify as the help of sign has them', async (t) => {
    const cwd = temporaryFolder(t);
    mkdirSync(join(cwd, 'runs'));
    cpSync(run, join(cwd, 'runs/one'), { recursive: true });
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(join(cwd, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(join(cwd, 'public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const steps = told
      .flatMap((one) => [argumentsOf(one) ?? []])
      .filter((args) => ['key.pem', 'public.pem'].includes(args.at(-1) ?? ''));
    assert.deepEqual([...new Set(steps.map(([name]) => name))].sort(), ['sign', 'verify']);
    for (const [name = '', , ...flags] of steps.sort(([one = ''], [other = '']) => one.localeCompare(other))) {
      const { code, stderr } = await harness([name, 'runs/one', ...flags], { cwd });
      assert.equal(code, EXIT_CODES.conformant, stderr);
    }
  });
});

/** Folder of a run that found one breach; it is gone after the tests. */
async function faultyRun(): Promise<string> {
  const server = await startReferenceServer({ faults: ['search-answers-206'] });
  const out = join(temporaryFolder(atEnd), 'run');
  const dataset = smallStudy(temporaryFolder(atEnd));
  const what = ['--dataset', dataset, '--scenario', 'T01', '--scenario', 'T13', '--out', out];
  const { code, stderr } = await harness(['conformance', '--target', server.baseUrl, ...what]);
  await server.close();
  assert.equal(code, EXIT_CODES.findings, stderr);
  return out;
}
