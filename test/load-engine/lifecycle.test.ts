import assert from 'node:assert/strict';
import { figure, onBoth } from './both-engines.ts';

onBoth(
  'init code runs with __VU 0, then once for each virtual user, and setup data comes as JSON',
  () => ({
    script: `
      const { Counter } = require('k6/metrics');
      const seen = new Counter('seen');
      const vuAtInit = __VU;
      exports.options = { scenarios: { s: { executor: 'per-vu-iterations', vus: 2, iterations: 3 } } };
      exports.setup = () => ({ when: new Date(0), bytes: new Uint8Array([1, 2, 3]), buffer: new ArrayBuffer(4), none: undefined, vu: __VU });
      exports.default = (data) => {
        if (vuAtInit !== __VU) throw new Error('module state is not of this virtual user');
        data.iterations = (data.iterations || 0) + 1;
        if (data.iterations !== __ITER + 1) throw new Error('setup data is not kept from iteration to iteration');
        if (typeof data.when !== 'string' || JSON.stringify(data.buffer) !== '{}') throw new Error(JSON.stringify(data));
        if (data.vu !== 0) throw new Error('setup ran in virtual user ' + data.vu);
        seen.add(1);
      };
      exports.teardown = (data) => { if (data.iterations !== undefined) throw new Error('teardown sees a copy of its own'); };
    `,
  }),
  (run) => {
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(figure(run, 'seen', 'count'), 6);
    assert.equal(figure(run, 'iterations', 'count'), 6);
  },
);

onBoth(
  'an iteration that throws is complete, and the exit code stays 0',
  () => ({
    script: `exports.options = { vus: 1, iterations: 3 }; exports.default = () => { throw new Error('broken on purpose'); };`,
  }),
  (run) => {
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(figure(run, 'iterations', 'count'), 3);
    assert.match(run.log, /broken on purpose/);
  },
);

onBoth(
  'handleSummary that throws leaves the exit code alone',
  () => ({ script: `exports.default = () => {}; exports.handleSummary = () => { throw new Error('no summary'); };` }),
  (run) => {
    assert.equal(run.exitCode, 0, run.log);
    assert.match(run.log, /no summary/);
  },
);

onBoth(
  'without options there is one iteration',
  () => ({ script: 'exports.default = async () => {};' }),
  (run) => {
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(figure(run, 'iterations', 'count'), 1);
    assert.equal(run.summary?.metrics.vus, undefined);
  },
);

const EXIT_CODES: readonly (readonly [title: string, code: number, script: string])[] = [
  ['an exception in the init code', 107, `throw new Error('init');`],
  ['a syntax error', 107, 'exports.default = () => { const; };'],
  ['a module that does not exist', 107, `require('k6/nothing'); exports.default = () => {};`],
  ['an exception in setup', 107, `exports.setup = () => { throw new Error('setup'); }; exports.default = () => {};`],
  ['an exception in teardown', 107, `exports.teardown = () => { throw new Error('td'); }; exports.default = () => {};`],
  [
    'a setup that takes too long',
    100,
    `const { sleep } = require('k6'); exports.options = { setupTimeout: '300ms' };
     exports.setup = async () => { await sleep(5); }; exports.default = () => {};`,
  ],
  [
    'a teardown that takes too long',
    101,
    `const { sleep } = require('k6'); exports.options = { teardownTimeout: '300ms' };
     exports.teardown = async () => { await sleep(5); }; exports.default = () => {};`,
  ],
  ['an option of the wrong kind', 104, `exports.options = { vus: 'many', iterations: 1 }; exports.default = () => {};`],
  [
    'an executor that does not exist',
    104,
    `exports.options = { scenarios: { a: { executor: 'sometimes' } } }; exports.default = () => {};`,
  ],
  [
    'a function that is not exported',
    104,
    `exports.options = { scenarios: { a: { executor: 'per-vu-iterations', exec: 'other' } } }; exports.default = () => {};`,
  ],
  [
    'shortcuts that do not go together',
    104,
    `exports.options = { iterations: 1, scenarios: { a: { executor: 'per-vu-iterations' } } }; exports.default = () => {};`,
  ],
  [
    'fewer shared iterations than virtual users',
    104,
    'exports.options = { vus: 5, iterations: 2 }; exports.default = () => {};',
  ],
  ['a script without a function', 255, 'exports.options = {};'],
  [
    'an aborted test',
    108,
    `const exec = require('k6/execution'); exports.options = { vus: 2, iterations: 100 };
     exports.default = () => { exec.test.abort('enough'); };`,
  ],
  [
    'a test marked as failed',
    110,
    `const exec = require('k6/execution'); exports.options = { vus: 1, iterations: 2 };
     exports.default = () => { exec.test.fail('not good'); };`,
  ],
  ['fail()', 0, `const { fail } = require('k6'); exports.default = () => { fail('on purpose'); };`],
  ['an option that nobody knows', 0, 'exports.options = { nobodyKnows: 1 }; exports.default = () => {};'],
];
for (const [title, code, script] of EXIT_CODES) {
  onBoth(
    `${title} gives exit code ${code}`,
    () => ({ script }),
    (run) => {
      assert.equal(run.exitCode, code, run.log);
    },
  );
}

onBoth(
  'an interruption ends iterations, runs teardown, keeps the summary and gives exit code 105',
  () => ({
    script: `
      const { sleep } = require('k6'); const { Counter } = require('k6/metrics');
      const torn = new Counter('torn_down');
      exports.options = { vus: 2, duration: '30s' };
      exports.default = async () => { await sleep(60); };
      exports.teardown = () => { torn.add(1); };
    `,
    interruptAfter: 2500,
  }),
  (run) => {
    assert.equal(run.exitCode, 105, run.log);
    assert.equal(figure(run, 'torn_down', 'count'), 1);
    assert.equal(run.summary?.metrics.iterations, undefined);
  },
);

onBoth(
  'teardown does not run after setup failed',
  () => ({
    script: `
      exports.setup = () => { throw new Error('setup failed'); };
      exports.default = () => { console.log('iteration ran'); };
      exports.teardown = () => { console.log('teardown ran'); };
    `,
  }),
  (run) => {
    assert.equal(run.exitCode, 107);
    assert.doesNotMatch(run.log, /iteration ran|teardown ran/);
  },
);

onBoth(
  'environment options win over the script, and flags over both',
  () => ({
    script: 'exports.options = { vus: 1, iterations: 2 }; exports.default = () => {};',
    env: { K6_ITERATIONS: '5' },
    overrides: { iterations: 7 },
    flags: ['--iterations', '7'],
  }),
  (run) => {
    assert.equal(figure(run, 'iterations', 'count'), 7);
  },
);

onBoth(
  'a flag for iterations sets the scenarios of the script aside',
  () => ({
    script: `
      exports.options = { scenarios: { a: { executor: 'per-vu-iterations', vus: 3, iterations: 9, exec: 'other' } } };
      exports.default = () => {}; exports.other = () => { throw new Error('wrong function'); };
    `,
    overrides: { iterations: 4, vus: 2 },
    flags: ['--iterations', '4', '--vus', '2'],
  }),
  (run) => {
    assert.equal(run.exitCode, 0, run.log);
    assert.equal(figure(run, 'iterations', 'count'), 4);
    assert.doesNotMatch(run.log, /wrong function/);
  },
);
