import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { COMMANDS } from '../../lib/cli/commands.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { harness } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { CONFORMANCE_FILES } from './run-folder.ts';

/** The README, and the page that it leads to for everything that does not fit on its one screen. */
const README = ['README.md', 'docs/what-it-does.md']
  .map((path) => readFileSync(join(PACKAGE_FOLDER, path), 'utf8'))
  .join('\n');
const { scripts } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Scripts that are for work on the harness itself, and so no commands of the program. */
const OWN = [
  'bench',
  'package-matrix',
  'build',
  'check',
  'coverage-page',
  'fault-pairs',
  'mutation',
  'prepack',
  'sample-report',
  'screenshots',
  'slow-servers',
  'test',
  'unforeseen',
];

/** The lines of a table of the README whose first cell matches. */
function readmeRows(firstCell: RegExp): readonly string[] {
  return README.split('\n').filter((line) => line.startsWith('|') && firstCell.test(line.split('|')[1] ?? ''));
}

const commands = Object.keys(COMMANDS);

describe('every command', () => {
  test('is listed, and asking for help is no mistake', async () => {
    const help = await harness(['--help']);
    assert.equal(help.code, EXIT_CODES.conformant);
    const listed = [...help.stdout.matchAll(/^ {2}([a-z-]+) /gm)].flatMap(([, name]) => name ?? []);
    assert.deepEqual(listed.sort(), [...commands, 'help'].sort(), help.stdout);
    for (const name of ['conformance', 'load', 'reference-server', 'faults', 'report']) {
      assert.ok(commands.includes(name), name);
    }
  });

  for (const name of commands) {
    test(`${name} explains itself, with examples that start it`, async () => {
      // One of them by the real program, which was asked for its own help above.
      const { code, stdout, stderr } = await (name === 'conformance' ? harness : programInProcess)([name, '--help']);
      assert.equal(code, EXIT_CODES.conformant, stderr);
      assert.equal(stderr, '');
      assert.match(stdout, /^Examples:$/m);
      assert.doesNotMatch(stdout, /default:\s+\[?\{/, 'a default is said as a person would give it');
      const examples = [...stdout.matchAll(/^ +\$ (.*)$/gm)].flatMap(([, line]) => line ?? []);
      assert.ok(examples.length > 0);
      for (const example of examples) {
        assert.match(example, new RegExp(`(^|[ ;]|^[A-Z_]+=\\S+ )dicomweb-harness ${name}( |$)`), example);
      }
    });
  }
});

describe('the README', () => {
  test('names a script for every command, and each script starts that command of the bin', () => {
    for (const name of commands) {
      assert.equal(scripts[name], `node bin.js ${name}`);
    }
    for (const name of Object.keys(scripts)) assert.ok(OWN.includes(name) || commands.includes(name), name);
  });

  test('names no script that is not there', () => {
    const named = [...README.matchAll(/npm run ([a-z-]+)/g)].flatMap(([, name]) => name ?? []);
    assert.ok(named.length > 5);
    for (const name of named) assert.ok(scripts[name], `npm run ${name}`);
  });

  test('has every exit code, and no other', () => {
    const documented = readmeRows(/^ \d+ +$/).map((line) => Number(line.split('|')[1]));
    const inProse = [...README.matchAll(/\((\d+) for a load run/g)].map(([, code]) => Number(code));
    assert.deepEqual(
      [...documented, ...inProse].sort((left, right) => left - right),
      [...new Set(Object.values(EXIT_CODES))].sort((left, right) => left - right),
    );
  });

  test('names no file that a run does not leave', () => {
    const left = README.slice(README.indexOf('**What it leaves with you.**')).split('\n\n')[0] ?? '';
    const named = [...left.matchAll(/`([a-z]+(?:\.[a-z]+|\/))`/g)].flatMap(([, name]) => name ?? []);
    assert.ok(named.length >= 6);
    for (const name of named) assert.ok(name === 'runs/' || CONFORMANCE_FILES.includes(name.replace('/', '')), name);
  });

  test('gives conformance no flag that it does not have', async () => {
    const { stdout: known } = await programInProcess(['conformance', '--help']);
    const lines = README.split('\n').filter((line) => line.startsWith('npm run conformance'));
    const flags = lines.flatMap((line) => [...line.matchAll(/ (--[a-z-]+)/g)].flatMap(([, flag]) => flag ?? []));
    assert.ok(flags.includes('--target'));
    for (const flag of [...flags, '--reset', '--uids', '--yes', '--out', '--fail-on']) {
      assert.match(known, new RegExp(`^ +${flag}\\b`, 'm'));
    }
  });
});
