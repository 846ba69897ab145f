import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress } from '../../lib/load/progress.ts';

/** What ten seconds of a load and a remark look like on an output. */
function shown(loudness: ConstructorParameters<typeof Progress>[1], isTTY: boolean): string {
  const texts: string[] = [];
  const progress = new Progress({ isTTY, write: (text: string) => texts.push(text) }, loudness);
  for (let second = 0; second < 10; second++) {
    progress.second({ second, counts: {}, p50: null, p95: null, virtualUsers: 1, progress: null });
  }
  progress.say('a remark');
  return texts.join('');
}

test('quietly nothing is said of a load, verbosely each second, else every fifth', () => {
  assert.equal(shown({ quiet: true }, true), '');
  assert.equal(shown({ verbose: true }, true).match(/requests\/s.*\n/g)?.length, 10);
  assert.equal(shown({}, false).match(/requests\/s.*\n/g)?.length, 2);
  assert.match(shown({}, true), /\r\u001b\[K1 s/);
});

test('how long a load still takes is said once it is known', () => {
  const texts: string[] = [];
  const progress = new Progress({ write: (text: string) => texts.push(text) }, { verbose: true });
  for (const [second, done] of [0, 0.5, 1].entries()) {
    progress.second({ second, counts: {}, p50: null, p95: null, virtualUsers: 1, progress: done });
  }
  assert.deepEqual(
    texts.map((text) => / (\d+ s left)\n$/.exec(text)?.[1]),
    [undefined, '2 s left', undefined],
  );
});
