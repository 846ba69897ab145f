import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { conformanceCommand } from '../../lib/cli/conformance.ts';
import { loadCommand } from '../../lib/cli/load.ts';
import { bashCompletion, fishCompletion, zshCompletion } from '../../lib/cli/set-up/completion-scripts.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { skipWithout } from '../support/tools.ts';
import { LONGEST_MS, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';

const COMMANDS = [conformanceCommand(), loadCommand()];

/** What bash offers after these words, the last of which is being typed. */
function offered(script: string, words: readonly string[]): readonly string[] {
  const typed = words.map((word) => `'${word}'`).join(' ');
  const asked = `COMP_WORDS=(dicomweb-harness ${typed}); COMP_CWORD=${words.length}; _dicomweb_harness; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', `${script}\n${asked}`], { encoding: 'utf8' })
    .trim()
    .split('\n');
}

test('bash completes commands, flags and their values', () => {
  const script = bashCompletion(COMMANDS);
  assert.deepEqual(offered(script, ['conf']), ['conformance']);
  assert.deepEqual(offered(script, ['conformance', '--fail-on', '']), ['fail', 'warn', 'never']);
  assert.deepEqual(offered(script, ['conformance', '--prod']), ['--product', '--product-version']);
  assert.deepEqual(offered(script, ['conformance', '--reset', '--qu']), ['--quiet']);
  assert.deepEqual(offered(script, ['conformance', 'tut']), ['tutorial']);
  assert.deepEqual(offered(script, ['load', 'st']), ['stow']);
  assert.deepEqual(offered(script, ['load', 'mer']), ['merge']);
  assert.deepEqual(offered(script, ['load', '--out', '']), [''], 'a file, which bash itself completes');
  assert.doesNotMatch(script, /target-file/, 'what the help hides is not offered');
});

test('bash completes a value after the sign, which is a word of its own', () => {
  const script = bashCompletion(COMMANDS);
  assert.deepEqual(offered(script, ['conformance', '--fail-on', '=']), ['fail', 'warn', 'never']);
  assert.deepEqual(offered(script, ['conformance', '--fail-on', '=', 'w']), ['warn']);
});

test('zsh completes from the first time on', { skip: skipWithout('zsh') }, (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, '_dicomweb-harness'), zshCompletion(COMMANDS));
  for (const [typed, expected] of [
    ['confor', 'conformance '],
    ['conformance --fail-on w', 'warn '],
    ['load mer', 'merge '],
  ] as const) {
    // A shell at a terminal of its own. Reading waits until what is expected stands there.
    const script = `zmodload zsh/zpty; zpty shell zsh -f -i
      zpty -w shell 'TERM=dumb; fpath=(${folder} $fpath); autoload -U compinit; compinit -u -D; PS1="ready"">"'
      zpty -r -m shell before '*ready>*'
      zpty -w -n shell 'dicomweb-harness ${typed}'$'\\t'
      zpty -r -m shell after '*${expected}*' && print -r -- $after`;
    assert.ok(execFileSync('zsh', ['-f', '-c', script], { encoding: 'utf8', timeout: LONGEST_MS }).includes(expected));
  }
});

test('fish completes commands, flags and their values', { skip: skipWithout('fish') }, () => {
  const script = fishCompletion(COMMANDS);
  const offers = (typed: string): readonly string[] => {
    const asked = `${script}\ncomplete -C ${JSON.stringify(`dicomweb-harness ${typed}`)}`;
    const said = execFileSync('fish', ['--no-config', '-c', asked], { encoding: 'utf8', cwd: '/' }).trim();
    return said.split('\n').map((line) => line.split('\t')[0] ?? '');
  };
  assert.deepEqual(offers('conf'), ['conformance']);
  assert.deepEqual(offers('conformance --fail-on '), ['fail', 'never', 'warn']);
  assert.deepEqual(offers('conformance --fail-on=w'), ['--fail-on=warn']);
  assert.deepEqual(offers('conformance --prod'), ['--product', '--product-version']);
  assert.deepEqual(offers('load --fail'), [''], 'a flag of another command');
  assert.deepEqual(offers('load conformance --fail'), [''], 'a word that is the name of another command');
  assert.deepEqual(offers('load mer'), ['merge']);
});

test('the command prints the script of every command', async () => {
  const { code, stdout } = await programInProcess(['completion', 'bash']);
  assert.equal(code, EXIT_CODES.conformant);
  for (const name of ['conformance-statement', 'fixtures', 'completion', 'reference-server']) {
    assert.deepEqual(offered(stdout, [name]), [name]);
  }
});
