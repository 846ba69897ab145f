import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBoth, runEmbedded } from './both-engines.ts';

/** Lines that a script prints come to the same text on both engines. */
function printing(title: string, body: string, expected: readonly string[]): void {
  onBoth(
    title,
    () => ({
      script: `
        const crypto = require('k6/crypto'), encoding = require('k6/encoding'), data = require('k6/data');
        const hex = (b) => Array.from(new Uint8Array(b)).map((x) => ('0' + x.toString(16)).slice(-2)).join('');
        const say = (text) => console.log('LINE ' + text + ' END');
        ${body}`,
    }),
    (run) => {
      assert.equal(run.exitCode, 0, run.log);
      assert.deepEqual(
        [...run.log.matchAll(/LINE (.*?) END/g)].map(([, text]) => text),
        expected,
        run.log,
      );
    },
  );
}

printing(
  'hashes come in every encoding, in one call and in pieces',
  `exports.default = () => {
     for (const encoding of ['hex', 'base64', 'base64url', 'base64rawurl']) say(crypto.sha256('abc', encoding));
     say(hex(crypto.sha256('abc', 'binary')));
     for (const name of ['md5', 'sha1', 'sha384', 'sha512', 'sha512_224', 'sha512_256', 'ripemd160']) say(crypto[name](new Uint8Array([97, 98, 99]), 'hex').slice(0, 16));
     const hash = crypto.createHash('sha256'); hash.update('a'); hash.update(new Uint8Array([98, 99]).buffer); say(hash.digest('hex').slice(0, 16));
     say(crypto.hmac('sha256', 'key', 'abc', 'hex').slice(0, 16));
     const hmac = crypto.createHMAC('sha256', 'key'); hmac.update('abc'); say(hmac.digest('hex').slice(0, 16));
     say(crypto.hexEncode('abc')); say(crypto.randomBytes(7).byteLength);
     say(crypto.sha256(new Uint8Array([0, 97, 98, 99, 0]).subarray(1, 4), 'hex').slice(0, 16));
   };`,
  [
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0=',
    'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0',
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    '900150983cd24fb0',
    'a9993e364706816a',
    'cb00753f45a35e8b',
    'ddaf35a193617aba',
    '4634270f707b6a54',
    '53048e2681941ef9',
    '8eb208f7e05d987a',
    'ba7816bf8f01cfea',
    '9c196e32dc0175f8',
    '9c196e32dc0175f8',
    '616263',
    '7',
    'ba7816bf8f01cfea',
  ],
);

printing(
  'base 64 both ways',
  `exports.default = () => {
     for (const kind of ['std', 'rawstd', 'url', 'rawurl']) say(encoding.b64encode(new Uint8Array([251, 255, 190, 1]), kind));
     say(encoding.b64encode('ä')); say(encoding.b64decode('w6Q=', 'std', 's')); say(hex(encoding.b64decode('-_--AQ', 'rawurl')));
     say(hex(encoding.b64decode(encoding.b64encode(new Uint8Array([1, 2, 3]).buffer))));
   };`,
  ['+/++AQ==', '+/++AQ', '-_--AQ==', '-_--AQ', 'w6Q=', 'ä', 'fbffbe01', '010203'],
);

printing(
  'a SharedArray is made once, read as frozen copies, and cannot be changed',
  `let made = 0;
   const shared = new data.SharedArray('people', () => { made++; return [{ name: 'a', list: [1] }, { name: 'b' }, 'text']; });
   exports.options = { vus: 2, iterations: 2 };
   exports.default = () => {
     if (__ITER > 0) return;
     const first = shared[0];
     'use strict';
     let failures = 0;
     for (const change of [() => { shared[0] = 1; }, () => { shared.push(1); }]) { try { change(); } catch (e) { failures++; } }
     say([shared.length, first.name, shared[9], Object.isFrozen(first), Object.isFrozen(first.list), failures, shared.map((x) => x.name || x).join('+')].join(' '));
   };`.replace('vus: 2, iterations: 2', 'vus: 1, iterations: 1'),
  ['3 a  true true 2 a+b+text'],
);

test('open() gives each virtual user a copy of its own, as text or bytes', async () => {
  const run = await runEmbedded({
    script: `
      const bytes = new Uint8Array(open('script.js', 'b')); const text = open('./script.js');
      exports.options = { vus: 2, iterations: 2 };
      exports.default = () => { const was = bytes[0]; bytes[0] = 1; console.log('same ' + (was === text.charCodeAt(0))); };
    `,
    overrides: { scenarios: { s: { executor: 'per-vu-iterations', vus: 2, iterations: 1 } } },
  });
  assert.deepEqual(run.log.trim().split('\n'), ['same true', 'same true']);
});

test('what handleSummary returns comes back as files, text and bytes', async () => {
  const run = await runEmbedded({
    script: `exports.default = () => {};
      exports.handleSummary = async (data) => ({ stdout: 'n=' + data.metrics.iterations.values.count, 'a.bin': new Uint8Array([1, 2]).buffer });`,
  });
  assert.deepEqual(run.result.files, { stdout: 'n=1', 'a.bin': new Uint8Array([1, 2]) });
});

/** What the engine lacks ends the run by name, with a pointer to k6. */
const REFUSALS: readonly (readonly [title: string, code: number, named: RegExp, script: string])[] = [
  ['an import', 107, /'k6\/browser'/, `require('k6/browser'); exports.default = () => {};`],
  ['an option', 104, /'cloud'/, `exports.options = { cloud: { projectID: 1 } }; exports.default = () => {};`],
  [
    'an executor',
    104,
    /'externally-controlled'/,
    `exports.options = { scenarios: { a: { executor: 'externally-controlled' } } }; exports.default = () => {};`,
  ],
  ['cookieJar', 107, /http\.cookieJar\(\)/, `exports.default = () => { require('k6/http').cookieJar(); };`],
  ['a file upload', 107, /http\.file\(\)/, `exports.default = () => { require('k6/http').file('x'); };`],
  [
    'a request parameter',
    107,
    /parameter 'auth'/,
    `exports.default = async () => { await require('k6/http').get('http://127.0.0.1:1/', { auth: 'digest' }); };`,
  ],
  ['timers', 107, /timers/, 'exports.default = () => { setTimeout(() => {}, 1); };'],
  ['randomSeed', 107, /randomSeed\(\)/, `exports.default = () => { require('k6').randomSeed(1); };`],
];
for (const [title, code, named, script] of REFUSALS) {
  test(`${title} that the engine lacks is refused by name`, async () => {
    const run = await runEmbedded({ script });
    assert.equal(run.exitCode, code, run.log);
    assert.match(run.result.error ?? '', named);
    assert.match(run.result.error ?? '', /use k6 for it/);
  });
}

for (const [title, body, call] of [
  [
    'an answer that was not awaited',
    `const answer = http.get('http://127.0.0.1:1/'); if (answer.status === 200) return;`,
    'http.get()',
  ],
  ['a request left open at the end', `http.post('http://127.0.0.1:1/', 'x');`, 'http.post()'],
  [
    'a request before the last one was awaited',
    `http.get('http://127.0.0.1:1/'); await http.get('http://127.0.0.1:1/');`,
    'http.get()',
  ],
  ['a sleep that was not awaited', 'sleep(5);', 'sleep()'],
  [
    'a check of an answer that was not awaited',
    `check(http.get('http://127.0.0.1:1/'), { ok: (r) => r.status === 200 });`,
    'http.get()',
  ],
] as const) {
  test(`${title} ends the run and names the call`, async () => {
    const run = await runEmbedded({
      script: `const http = require('k6/http'); const { sleep, check } = require('k6'); exports.default = async () => { ${body} };`,
    });
    assert.equal(run.exitCode, 107);
    assert.ok(run.result.error?.includes(`${call} was not awaited`), run.result.error);
  });
}

test('globals of Node that k6 lacks are hidden from a script', async () => {
  const run = await runEmbedded({
    script: `exports.default = () => console.log([typeof process, typeof Buffer, typeof fetch, typeof URL, typeof performance, typeof structuredClone].join(' '));`,
  });
  assert.equal(run.log.trim(), 'undefined undefined undefined undefined undefined undefined');
});

test('a script that does not exist gives exit code 255', async () => {
  const run = await runEmbedded({ script: '' }, { bundle: '/nowhere/script.js' });
  assert.equal(run.exitCode, 255);
  assert.match(run.result.error ?? '', /nowhere/);
});
