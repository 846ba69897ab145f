import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromiumPath } from './chromium.ts';
import { findTool } from './tools.ts';

/** Debian packages that the tests compare against or run, and a program that each brings. */
const PACKAGES: readonly (readonly [name: string, evidence: () => boolean])[] = [
  ['orthanc', () => findTool('Orthanc') !== null],
  ['orthanc-dicomweb', () => existsSync('/usr/share/orthanc/plugins/libOrthancDicomWeb.so')],
  ['dcmtk', () => findTool('dcmdump') !== null],
  ['dicom3tools', () => findTool('dciodvfy') !== null],
  ['python3-pydicom', () => existsSync('/usr/lib/python3/dist-packages/pydicom')],
  ['curl', () => findTool('curl') !== null],
  ['openssl', () => findTool('openssl') !== null],
  ['zsh', () => findTool('zsh') !== null],
  ['fish', () => findTool('fish') !== null],
  ['chromium', () => chromiumPath() !== null],
];

/**
 * Brings the independent programs that the tests need: as root on Debian by apt, elsewhere Playwright's own browser.
 * A test whose program could not be brought skips with a reason, and fails in CI.
 */
export function provision(): void {
  const missing = PACKAGES.filter(([, isThere]) => !isThere()).map(([name]) => name);
  if (missing.length === 0) return;
  if (isDebian() && process.getuid?.() === 0) {
    process.stderr.write(`── installing ${missing.join(', ')}\n`);
    keepServicesDown();
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], environment);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], environment);
  } else if (missing.includes('chromium')) {
    run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], process.env);
  }
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  // Standard error, so that the tests' own output on standard output stays what it is.
  const { status } = spawnSync(command, args, { env, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.stderr.write(`${command} ${args.join(' ')} failed; tests that need it are skipped\n`);
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The packages would start servers on all interfaces; in a container nothing should start by itself. */
function keepServicesDown(): void {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return;
  spawnSync('sh', ['-c', `printf '#!/bin/sh\\nexit 101\\n' > ${policy} && chmod +x ${policy}`]);
}
