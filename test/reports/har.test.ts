import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Results } from '../../lib/results/results.ts';
import { harOf } from '../../reports/har.ts';
import { exchange, resultsOf } from './fixtures.ts';
import { HOSTILE_TEXTS, hostileRun } from './hostile.ts';
import { cleanRun, partialRun } from './runs.ts';

/** HAR 1.2 by a schema that others wrote; it is of draft 06, which reads the same under draft 07. */
function harSchema(): ValidateFunction {
  const schemas = createRequire(import.meta.url)('har-schema') as Record<string, Record<string, unknown>>;
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  for (const schema of Object.values(schemas))
    ajv.addSchema({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
  return ajv.getSchema('har.json') ?? assert.fail('there is no schema of HAR');
}

const validate = harSchema();

function harProblems(results: Results): unknown {
  return validate(JSON.parse(JSON.stringify(harOf(results)))) ? null : validate.errors;
}

const RUNS: Readonly<Record<string, () => Results>> = { clean: cleanRun, 'without a response': partialRun };

for (const [name, make] of Object.entries(RUNS)) {
  test(`is HAR 1.2 (${name})`, () => assert.equal(harProblems(make()), null));
}

test('is HAR 1.2 whatever the server sent', () => {
  for (const text of HOSTILE_TEXTS) {
    const run = hostileRun(text);
    const url = 'http://127.0.0.1/a?b=%ff&c';
    const [first] = run.exchanges;
    assert.ok(first);
    assert.equal(harProblems({ ...run, exchanges: [{ ...first, request: { ...first.request, url } }] }), null);
  }
});

test('keeps sizes, times, query and the file of a body', () => {
  const body = { length: 5, sha256: 'ab', file: 'evidence/T01.1.response', excerpt: '{"a":1}' };
  const run = resultsOf(
    [],
    [
      exchange('T01.1', {
        request: { method: 'GET', url: 'http://127.0.0.1/studies?PatientName=A*&limit=1', headers: [], body: null },
        response: { httpVersion: '1.1', status: 200, reason: 'OK', headers: [['content-type', 'text/plain']], body },
        timings: { startedAt: '2026-03-02T09:00:00.000Z', sent: 1, firstByte: 4, end: 9 },
      }),
    ],
  );
  const entry = harOf(run).log.entries[0];
  assert.deepEqual(entry?.request.queryString, [
    { name: 'PatientName', value: 'A*' },
    { name: 'limit', value: '1' },
  ]);
  assert.deepEqual(entry?.timings, { send: 1, wait: 3, receive: 5 });
  assert.equal(entry?.time, 9);
  assert.equal(entry?.response.content.text, '{"a":1}');
  assert.equal((entry?.response.content as { _file?: string } | undefined)?._file, 'evidence/T01.1.response');
});
