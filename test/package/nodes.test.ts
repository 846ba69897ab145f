import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { transformSync } from 'esbuild';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
}

const { packages } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const CLAIMED = packages['']?.engines?.node ?? '';
const RELEASES = [14, 16, 18, 19, 20, 21, 22, 23, 24, 25, 26].flatMap((major) =>
  Array.from({ length: 25 }, (_, minor) => [major, minor] as const),
);

/** Whether a range of the kinds that occur in package.json takes a release. Throws for another kind of range. */
function takes(range: string, [major, minor]: readonly [number, number]): boolean {
  return range.split('||').some((part) => {
    if (part.trim() === '*') return true;
    const found = /^(\^|>=)\s*(\d+)(?:\.(\d+))?(?:\.\d+)?$/.exec(part.trim());
    if (!found) throw new Error(`the range "${part}" is not understood`);
    const [, kind, least, leastMinor = '0'] = found;
    const isAfter = major > Number(least) || (major === Number(least) && minor >= Number(leastMinor));
    return isAfter && (kind === '>=' || major === Number(least));
  });
}

test('no dependency demands another Node than the package claims', () => {
  const dependencies = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  assert.ok(dependencies.length > 15);
  for (const release of RELEASES.filter((one) => takes(CLAIMED, one))) {
    for (const [path, { engines }] of dependencies) {
      assert.ok(takes(engines?.node ?? '*', release), `${path} wants Node ${engines?.node}, not ${release.join('.')}`);
    }
  }
});

test('the package claims the long-term releases from 20.19 on, and fewer than 30 packages are installed with it', () => {
  for (const release of [
    [20, 19],
    [22, 13],
    [24, 0],
    [26, 0],
  ] as const)
    assert.ok(takes(CLAIMED, release));
  for (const release of [
    [18, 20],
    [20, 18],
    [21, 7],
    [22, 12],
  ] as const)
    assert.ok(!takes(CLAIMED, release));
  const installed = Object.values(packages).filter(({ dev }) => !dev).length;
  assert.ok(installed < 30, `${installed} packages`);
});

test('nothing that is installed with the package needs a script of its own, which npm may refuse to run', () => {
  const scripted = Object.entries(packages).filter(([, { dev, hasInstallScript }]) => !dev && hasInstallScript);
  assert.deepEqual(
    scripted.map(([path]) => path),
    [],
  );
});

test('what starts first is parsed by every Node, and says in one sentence which ones it needs', () => {
  const path = join(PACKAGE_FOLDER, 'bin.js');
  const text = readFileSync(path, 'utf8');
  assert.doesNotMatch(text, /^\s*(import|export)\s[^(]|import\.meta|\bawait\b/m, 'nothing that only a module may have');
  // esbuild would rewrite what is newer, and does not know dynamic import to be.
  const plain = (target: string) => transformSync(text, { target, format: 'esm' }).code;
  assert.equal(plain('es2015'), plain('esnext'));
  for (const release of RELEASES) {
    const said = saidBy(text, release);
    if (takes(CLAIMED, release)) assert.equal(said, 'started', release.join('.'));
    else assert.match(said, /^dicomweb-harness needs Node\.js [^\n]*; this is v\d+\.\d+\.0\n$/);
  }
});

/** What bin.js does on a release of Node, told by its own words where it does not start the program. */
function saidBy(text: string, [major, minor]: readonly [number, number]): string {
  let said = '';
  const version = `${major}.${minor}.0`;
  const process = {
    version: `v${version}`,
    versions: { node: version },
    stderr: { write: (words: string) => (said += words) },
  };
  const body = text.replace(/^#!.*/, '').replace("import('./start.js')", 'start()');
  new Function('process', 'start', body)(process, () => {
    said = 'started';
  });
  return said;
}

test('an older Node ends with exit code 4', () => {
  const older = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' });`;
  const preload = `data:text/javascript,${encodeURIComponent(older)}`;
  assert.throws(
    () => execFileSync(process.execPath, ['--import', preload, join(PACKAGE_FOLDER, 'bin.js')], { stdio: 'pipe' }),
    ({ status, stderr }: { status: number; stderr: Buffer }) => {
      assert.equal(status, 4);
      assert.match(String(stderr), /^dicomweb-harness needs Node\.js 20\.19/);
      return true;
    },
  );
});
