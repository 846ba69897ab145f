import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NULL_SERVERS } from '../../lib/reference-server/null/index.ts';
import { harnessErrors, judgeNullServer, runVerdict, withVerdict } from './servers.ts';

/** Duties of every answer, whatever it says: a refusal that is whole, labelled and framed meets them. */
const ANSWERS = ['001', '017', '018', '019', '021', '030'].map((number) => `COMMON-${number}`);

/**
 * The few duties that a hollow server does meet, by server. None of them is about an object that was stored, found,
 * returned or deleted: they are about answering at all, in JSON where it is JSON, with a status that is defined.
 */
const MAY_PASS: Readonly<Record<string, readonly string[]>> = {
  'always-empty-list': [...ANSWERS, 'JSON-026', 'STOW-041'],
  'always-empty-object': [...ANSWERS, 'JSON-001', 'JSON-002', 'JSON-026', 'STOW-041'],
  'always-empty-body': ['COMMON-001', 'COMMON-030', 'STOW-041'],
  'always-204': ['COMMON-001', 'COMMON-030'],
  'always-404': [...ANSWERS, 'STOW-041'],
  // Its store response is a module in good form.
  'always-409': [
    ...ANSWERS,
    ...['001', '002', '003', '004', '005', '006', '007', '008', '009', '010', '015', '016', '022', '023'].map(
      (number) => `JSON-${number}`,
    ),
    'STOW-041',
  ],
  'always-401': [...ANSWERS, 'STOW-041'],
  'always-500': ANSWERS,
  echo: [...ANSWERS, 'STOW-041'],
  'closes-half-way': [],
  'empty-multipart': [...ANSWERS, 'STOW-041'],
  noise: [...ANSWERS, 'JSON-026', 'STOW-041'],
  // Its store response is perfect in form; nothing that it speaks of is there, and nothing else is asked for.
  'store-only-in-name': [
    ...ANSWERS,
    ...['001', '002', '003', '004', '005', '006', '007', '008', '009', '015', '016', '022', '023', '026'].map(
      (number) => `JSON-${number}`,
    ),
    'STOW-041',
  ],
  'very-slow': [],
};

/** Requirements about objects that were stored, found, returned or deleted. */
const ABOUT_OBJECTS = /^(WADO-RS|MP|DELETE)-|^QIDO-(?!068)|^STOW-(?!027|041)/;

// All at once: they cost little time of the processor, and the slow one is waited for long.
describe('a hollow server passes nothing about objects', { concurrency: NULL_SERVERS.length }, () => {
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
      assert.notEqual(runVerdict(judged), 'conformant');
      assert.deepEqual(harnessErrors(judged), []);
    });
  }
});
