import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { takesColor } from '../../lib/cli/takes-color.ts';

/** Sets variables of the environment for one test. */
function withVariables(t: TestContext, variables: Readonly<Record<string, string | undefined>>): void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const [name, value] of Object.entries(variables)) set(name, value);
  t.after(() => {
    for (const [name, value] of before) set(name, value);
  });
}

test('a terminal takes colour unless NO_COLOR is set, and FORCE_COLOR decides over both', (t) => {
  withVariables(t, { NO_COLOR: undefined, FORCE_COLOR: undefined });
  assert.deepEqual([takesColor({ isTTY: true }), takesColor({})], [true, false]);
  withVariables(t, { NO_COLOR: '1' });
  assert.equal(takesColor({ isTTY: true }), false);
  withVariables(t, { FORCE_COLOR: '1' });
  assert.deepEqual([takesColor({ isTTY: true }), takesColor({})], [true, true]);
  withVariables(t, { NO_COLOR: undefined, FORCE_COLOR: '0' });
  assert.equal(takesColor({ isTTY: true }), false);
});
