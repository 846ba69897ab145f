import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NULL_SERVERS } from '../../lib/reference-server/null/index.ts';
import { harnessErrors, judgeNullServer, withVerdict } from './servers.ts';

/**
 * The few duties that a hollow server does meet, by server. None of them is about an object that was stored, found,
 * returned or deleted: they are about answering at all, in JSON where it is JSON.
 */
const MAY_PASS: Readonly<Record<string, readonly string[]>> = {
  'always-empty-list': [],
  'always-empty-object': [],
  'always-empty-body': [],
  'always-204': [],
  'always-404': [],
  'always-409': ['JSON-015'],
  'always-401': [],
  'always-500': [],
  echo: [],
  'closes-half-way': [],
  'empty-multipart': [],
  noise: [],
  // Its store response is perfect in form; nothing that it speaks of is there, so nothing else is asked for.
  'store-only-in-name': ['JSON-015'],
  'very-slow': [],
};

/** Requirements about objects that were stored, found, returned or deleted. */
const ABOUT_OBJECTS = /^(WADO-RS|MP|DELETE)-|^QIDO-(?!068)|^STOW-(?!027|041)/;

describe('a hollow server passes nothing about objects', () => {
  test('there are at least six of them, each with its list', () => {
    assert.ok(NULL_SERVERS.length >= 6);
    assert.deepEqual(Object.keys(MAY_PASS).sort(), NULL_SERVERS.map(({ id }) => id).sort());
  });

  for (const { id } of NULL_SERVERS) {
    test(id, async () => {
      const judged = await judgeNullServer(id);
      const passed = withVerdict(judged, 'pass');
      assert.deepEqual(
        passed.filter((requirement) => ABOUT_OBJECTS.test(requirement)),
        [],
      );
      assert.deepEqual(passed.toSorted(), (MAY_PASS[id] ?? []).toSorted());
      assert.deepEqual(
        judged.scenarios.filter(({ verdict }) => verdict === 'pass').map((scenario) => scenario.id),
        [],
        'an operation passed',
      );
      assert.deepEqual(harnessErrors(judged), []);
    });
  }
});
