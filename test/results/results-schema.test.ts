import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import schema from '../../lib/results/results.schema.json' with { type: 'json' };

test('the schema of results is a schema', () => {
  const ajv = new Ajv();
  addFormats.default(ajv);
  assert.equal(ajv.validateSchema(schema), true, JSON.stringify(ajv.errors));
  assert.equal(ajv.validateSchema({ ...schema, type: 'none' }), false);
});
