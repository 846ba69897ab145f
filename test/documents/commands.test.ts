import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { commandsInHelp, commandsInMarkdown } from './commands-in.ts';
import { argumentsOf, commandsInDocuments, commandsInEveryHelp, mistakesIn, SCRIPTS } from './documents.ts';
import { programsOf } from './shell-words.ts';

describe('what finds commands', () => {
  test('a line of a shell is taken apart as a shell does', () => {
    assert.deepEqual(programsOf(`A=1 npm ci && npx x 'a b' "c d" e\\ f > out.txt  # why`), [
      ['npm', 'ci'],
      ['npx', 'x', 'a b', 'c d', 'e f'],
    ]);
    assert.deepEqual(programsOf('x --a=b#c 2>&1 | y'), [['x', '--a=b#c'], ['y']]);
    assert.deepEqual(programsOf('# only a remark'), []);
  });

  test('they stand in code blocks, in lines and behind prompts', () => {
    const text = 'say `npm run x -- A`, not `k6 run`\n```sh\nnpm test -- \\\n  y   # z\nls\n```\nnpm run prose';
    assert.deepEqual(
      commandsInMarkdown('a', text).map(({ where, words }) => [where, words]),
      [
        ['a:1', ['npm', 'run', 'x', '--', 'A']],
        ['a:3', ['npm', 'test', '--', 'y']],
      ],
    );
    const help = 'Examples:\n  $ A=b dicomweb-harness x --y   what it does\n';
    assert.deepEqual(commandsInHelp('x', help)[0]?.words, ['dicomweb-harness', 'x', '--y']);
  });
});

const told = [...commandsInDocuments(), ...(await commandsInEveryHelp())];

describe('every command in README, docs and help', () => {
  test('is found', () => {
    for (const where of ['README.md', 'README.ja.md', 'docs/load.md', 'conformance --help', 'load --help'])
      assert.ok(
        told.some((one) => one.where.startsWith(where)),
        where,
      );
    assert.ok(told.length > 120, `${told.length} commands`);
  });

  test('is parsed by the program: no flag, command or choice that it does not have', async () => {
    const ours = told.flatMap((one) => {
      const args = argumentsOf(one);
      return args === null ? [] : [{ ...one, args }];
    });
    const mistakes = await mistakesIn(ours.map(({ args }) => args));
    assert.deepEqual(
      ours.flatMap(({ where, line }, index) => (mistakes[index] ? [`${where}: ${line}: ${mistakes[index]}`] : [])),
      [],
    );
    assert.ok(ours.length > 100, `${ours.length} commands of the program`);
  });

  test('is a script of the package, on files that are there', () => {
    const others = told.filter((one) => argumentsOf(one) === null);
    assert.ok(others.length > 5);
    for (const { where, line, words } of others) {
      const [, kind, name = ''] = words;
      if (kind === 'run') assert.ok(SCRIPTS[name], `${where}: ${line}`);
      for (const path of words.filter((word) => /^[\w./-]+\.ts$/.test(word)))
        assert.ok(existsSync(join(PACKAGE_FOLDER, path)), `${where}: ${path}`);
    }
  });

  test('an unknown flag, command, choice or value is seen', async () => {
    const wrong = [['conformanc'], ['load', 'stow', '--vuss', '1'], ['reference-server', '--port', 'x'], ['report']];
    for (const mistake of await mistakesIn(wrong)) assert.match(mistake ?? 'nothing', /^error: /);
    assert.deepEqual(
      await mistakesIn([
        ['reference-server', '--port', '1'],
        ['load', '--help'],
      ]),
      [null, null],
    );
  });
});
