import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { withAnswersFrom } from '../../lib/cli/set-up/questions.ts';
import { CommandError, EXIT_CODES } from '../../lib/errors/exit-codes.ts';

const even = (answer: string): number => {
  if (Number(answer) % 2 === 0) return Number(answer);
  throw new CommandError(`"${answer}" is not even`, undefined, 'such as 2');
};

/** Answers each question with the next line; `null` ends the input. */
function answering(...lines: readonly (string | null)[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const rest = [...lines];
  let shown = '';
  output.on('data', (text: Buffer) => {
    shown += text;
    if (!String(text).includes(': ') || !String(text).trimEnd().endsWith(':')) return;
    const line = rest.shift();
    if (line === null) input.end();
    else if (line !== undefined) setImmediate(() => input.write(`${line}\n`));
  });
  return { input, output, shown: () => shown };
}

test('a wrong answer is told, and asked again', async () => {
  const { input, output, shown } = answering('3', 'x', '', '6');
  const answers = await withAnswersFrom(input, output, async (ask) => [
    await ask('A number', '4', even),
    await ask('Another', '', even),
  ]);
  assert.deepEqual(answers, [4, 6]);
  assert.match(shown(), /"3" is not even: such as 2/);
  assert.equal(shown().match(/A number \[4\]: /g)?.length, 3);
});

test('the end of the input, as Ctrl-C gives it, ends quietly', async () => {
  const { input, output } = answering('2', null);
  const asked = withAnswersFrom(input, output, async (ask) => [await ask('One', '', even), await ask('Two', '', even)]);
  await assert.rejects(asked, (error) => error instanceof CommandError && error.exitCode === EXIT_CODES.interrupted);
});
