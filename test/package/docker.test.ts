import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arrayOf, STAGES, textsOf } from './dockerfile.ts';

const { build, final } = STAGES;
const LAST_IN_FORCE = ['ENTRYPOINT', 'CMD', 'HEALTHCHECK'];

describe('the Dockerfile', () => {
  test('has two stages on one image of a Node that is pinned and supported', () => {
    const images = [build, final].map((stage) => textsOf(stage, 'FROM')[0]?.split(' ')[0]);
    assert.equal(images[0], images[1]);
    assert.match(String(images[0]), /^node:(20|22|24)-bookworm-slim$/);
  });

  test('runs as another user than root, checks its health, and starts in the form of an array', () => {
    const user = final.findIndex(({ name }) => name === 'USER');
    assert.equal(final[user]?.text, 'node');
    assert.ok(
      final.slice(user).every(({ name }) => name !== 'RUN' && name !== 'COPY'),
      'nothing is installed as that user',
    );
    for (const name of LAST_IN_FORCE) {
      assert.equal(textsOf(final, name).length, 1);
      assert.ok(arrayOf(textsOf(final, name)[0] ?? '').length > 0);
    }
    const served = arrayOf(textsOf(final, 'CMD')[0] ?? '').at(-1);
    assert.deepEqual(textsOf(final, 'EXPOSE'), [served]);
    assert.match(textsOf(final, 'HEALTHCHECK')[0] ?? '', new RegExp(`--timeout=.*127\\.0\\.0\\.1:${served}/`));
  });

  test('uses COPY and not ADD, absolute folders, and no secrets', () => {
    for (const { name, text } of [...build, ...final]) {
      assert.notEqual(name, 'ADD');
      if (name === 'WORKDIR') assert.match(text, /^\//);
      if (name === 'ENV' || name === 'ARG') assert.doesNotMatch(text, /token|password|secret/i);
      if (name === 'RUN') assert.doesNotMatch(text, /\bsudo\b|\bcurl\b|\bcd\b/);
    }
  });
});
