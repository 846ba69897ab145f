import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { conformanceCommand } from '../../lib/cli/conformance.ts';
import { loadCommand } from '../../lib/cli/load.ts';
import { bashCompletion, fishCompletion, zshCompletion } from '../../lib/cli/set-up/completion-scripts.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { harness } from './program.ts';

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
  assert.deepEqual(offered(script, ['load', 'st']), ['stow']);
  assert.deepEqual(offered(script, ['load', 'mer']), ['merge']);
  assert.deepEqual(offered(script, ['load', '--out', '']), [''], 'a file, which bash itself completes');
  assert.doesNotMatch(script, /target-file/, 'what the help hides is not offered');
});

test('zsh runs the script of bash, and fish has one line a flag', () => {
  assert.match(
    zshCompletion(COMMANDS),
    /^#compdef dicomweb-harness\nautoload .*bashcompinit\n[\s\S]*_dicomweb_harness\(\)/,
  );
  const fish = fishCompletion(COMMANDS);
  assert.match(fish, /seen_subcommand_from conformance' -l fail-on -x -a 'fail warn never' -d 'which verdicts/);
  assert.match(fish, /seen_subcommand_from load' -a 'stow wado .*merge'/);
  assert.equal((fish.match(/(?<!\\)'/g) ?? []).length % 2, 0, 'every quote is closed');
});

test('the command prints the script of every command', async () => {
  const { code, stdout } = await harness(['completion', 'bash']);
  assert.equal(code, EXIT_CODES.conformant);
  for (const name of ['conformance-statement', 'fixtures', 'completion', 'reference-server']) {
    assert.deepEqual(offered(stdout, [name]), [name]);
  }
});
