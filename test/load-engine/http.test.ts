import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { checks, figure, onBoth, type Run } from './both-engines.ts';
import { startTarget, type Target } from './target.ts';

let target: Target;
before(async () => {
  target = await startTarget();
});
after(() => target.close());

/** A script of one iteration whose `say(name, value)` lines come back as an object. */
function saying(body: string, options = '{ vus: 1, iterations: 1 }') {
  return () => ({
    script: `
      const http = require('k6/http'); const { check, sleep } = require('k6'); const exec = require('k6/execution');
      exports.options = ${options};
      const say = (name, value) => console.log('SAY' + JSON.stringify([name, value === undefined ? 'undefined' : value]) + 'END');
      const url = __ENV.URL;
      exports.default = async () => { ${body} };
    `,
    env: { URL: target.url },
  });
}

function said(run: Run): Record<string, unknown> {
  const lines = [...run.log.matchAll(/SAY(.*?)END/g)].map(([, text = '']) =>
    JSON.parse(run.engine === 'k6' ? (JSON.parse(`"${text}"`) as string) : text),
  );
  assert.ok(lines.length > 0, `${run.engine} said nothing: ${run.log}`);
  return Object.fromEntries(lines as [string, unknown][]);
}

onBoth(
  'every method goes out as it should, with k6 headers and no others',
  saying(`
    for (const [name, run] of Object.entries({
      get: () => http.get(url + '/echo'),
      head: () => http.head(url + '/echo'),
      post: () => http.post(url + '/echo', 'text'),
      put: () => http.put(url + '/echo', new Uint8Array([1, 2, 255]).subarray(1), { headers: { 'content-type': 'a/b', 'X-One': 1 } }),
      patch: () => http.patch(url + '/echo', { a: 'x y', b: '&' }),
      del: () => http.del(url + '/echo', null),
      options: () => http.options(url + '/echo', null),
      request: () => http.request('REPORT', url + '/echo?q=a%20b&c#fragment', new Uint8Array([65, 66]).buffer),
      empty: () => http.post(url + '/echo'),
      async: () => http.asyncRequest('POST', url + '/echo', 'later'),
    })) {
      const answer = await run();
      say(name, { status: answer.status, text: answer.status_text, proto: answer.proto, url: answer.url, body: answer.body });
    }
  `),
  (run) => {
    const all = said(run) as Record<string, { status: number; text: string; proto: string; url: string; body: string }>;
    const echo = (name: string) => {
      const { rawHeaders, ...rest } = JSON.parse(all[name]?.body ?? '{}') as {
        rawHeaders: string[];
        method: string;
        url: string;
        body: string;
      };
      const headers: Record<string, string> = {};
      for (let i = 0; i < rawHeaders.length; i += 2) headers[rawHeaders[i] ?? ''] = rawHeaders[i + 1] ?? '';
      delete headers['User-Agent'];
      delete headers.Host;
      return { ...rest, headers };
    };
    assert.deepEqual(echo('get'), { method: 'GET', url: '/echo', body: '', headers: {} });
    assert.equal(all.head?.body, run.engine === 'k6' ? all.head?.body : '');
    assert.deepEqual(echo('post'), { method: 'POST', url: '/echo', body: 'text', headers: { 'Content-Length': '4' } });
    assert.deepEqual(echo('put'), {
      method: 'PUT',
      url: '/echo',
      body: '\x02\xff',
      headers: { 'Content-Type': 'a/b', 'X-One': '1', 'Content-Length': '2' },
    });
    assert.deepEqual(echo('patch').headers, {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': '11',
    });
    assert.deepEqual(echo('patch').body.split('&').sort(), ['a=x+y', 'b=%26']);
    assert.deepEqual(echo('del'), { method: 'DELETE', url: '/echo', body: '', headers: {} });
    assert.deepEqual(echo('options').method, 'OPTIONS');
    assert.equal(echo('request').method, 'REPORT');
    assert.equal(echo('request').url, '/echo?q=a%20b&c');
    assert.equal(echo('request').body, 'AB');
    assert.deepEqual(echo('empty').headers, { 'Content-Length': '0' });
    assert.equal(echo('async').body, 'later');
    const { status, text, proto } = all.get ?? {};
    assert.deepEqual({ status, text, proto }, { status: 200, text: '200 OK', proto: 'HTTP/1.1' });
    assert.equal(figure(run, 'http_reqs', 'count'), 10);
    assert.equal(figure(run, 'http_req_failed', 'passes'), 0);
  },
);

onBoth(
  'bodies come as text, as bytes, or not at all',
  saying(`
    const kind = (b) => b === null ? 'null' : typeof b === 'string' ? 'text ' + b.length : Object.prototype.toString.call(b).slice(8, -1) + ' ' + b.byteLength;
    for (const type of [undefined, 'text', 'binary', 'none']) {
      const params = type === undefined ? {} : { responseType: type };
      say('binary ' + type, kind((await http.get(url + '/binary', params)).body));
      say('chunked ' + type, kind((await http.get(url + '/chunked', params)).body));
      say('gzip ' + type, kind((await http.get(url + '/gzip', params)).body));
      say('close ' + type, kind((await http.get(url + '/close', params)).body));
      say('big ' + type, kind((await http.get(url + '/bytes/300000', params)).body));
    }
    say('bytes', Array.from(new Uint8Array((await http.get(url + '/binary', { responseType: 'binary' })).body)));
  `),
  (run) => {
    const all = said(run);
    for (const [path, length, asText] of [
      ['binary', 5, 5],
      ['chunked', 13, 13],
      ['gzip', 11, 11],
      ['close', 6, 6],
      ['big', 300000, 300000],
    ] as const) {
      assert.equal(all[`${path} undefined`], `text ${asText}`, path);
      assert.equal(all[`${path} text`], `text ${asText}`, path);
      assert.equal(all[`${path} binary`], `ArrayBuffer ${length}`, path);
      assert.equal(all[`${path} none`], 'null', path);
    }
    assert.deepEqual(all.bytes, [0x00, 0xff, 0xfe, 0x80, 0x41]);
  },
);

onBoth(
  'of an answer that cannot be decompressed nothing is known but that',
  saying(`
    const { status, error_code, body, headers } = await http.get(url + '/gzip-not');
    say('answer', { status, error_code, body, headers });
  `),
  (run) => assert.deepEqual(said(run).answer, { status: 0, error_code: 1701, body: null, headers: {} }),
);

onBoth(
  'answers without a body have null or nothing for it',
  saying(`
    say('204 binary', (await http.get(url + '/status/204', { responseType: 'binary' })).body);
    say('204 text', (await http.get(url + '/status/204')).body);
    say('304 text', (await http.get(url + '/status/304')).body);
    say('head text', (await http.head(url + '/bytes/10')).body);
    say('head binary', (await http.head(url + '/bytes/10', { responseType: 'binary' })).body);
    say('empty text', (await http.get(url + '/bytes/0')).body);
    const empty = (await http.get(url + '/bytes/0', { responseType: 'binary' })).body;
    say('empty binary', empty === null ? null : empty.byteLength);
  `),
  (run) => {
    assert.deepEqual(said(run), {
      '204 binary': null,
      '204 text': null,
      '304 text': null,
      'empty binary': 0,
      'empty text': '',
      'head binary': {},
      'head text': '',
    });
  },
);
onBoth(
  'headers, cookies and JSON of an answer',
  saying(`
    const twice = await http.get(url + '/repeated');
    say('twice', twice.headers['X-Twice']);
    say('lower', twice.headers['x-twice']);
    const set = await http.get(url + '/cookie');
    say('cookies', [set.cookies.seen[0].value, set.cookies.other[0].path]);
    say('sent back', JSON.parse((await http.get(url + '/echo')).body).rawHeaders.filter((v, i, all) => all[i - 1] === 'Cookie'));
    say('own cookie', JSON.parse((await http.get(url + '/echo', { cookies: { mine: '1' } })).body).rawHeaders.filter((v, i, all) => all[i - 1] === 'Cookie')[0].split('; ').sort());
    const json = await http.get(url + '/json');
    say('json', json.json());
    say('select', ['list.#', 'list.1.name', 'list.#.name', 'deep.value.2', 'dotted\\\\.key', 'missing.key'].map((s) => { const v = json.json(s); return v === undefined ? 'undefined' : v; }));
    say('request', [json.request.method, json.request.url]);
    let nothing = 'taken'; try { (await http.get(url + '/json', { responseType: 'none' })).json(); } catch (e) { nothing = 'refused'; }
    say('nothing', nothing);
  `),
  (run) => {
    const all = said(run);
    assert.equal(all.twice, 'a, b');
    assert.equal(all.lower, 'undefined');
    assert.deepEqual(all.cookies, ['yes', '/nowhere']);
    assert.deepEqual(all['sent back'], ['seen=yes']);
    assert.deepEqual(all['own cookie'], ['mine=1', 'seen=yes']);
    assert.deepEqual(all.select, [2, 'b', ['a', 'b'], 3, 1, 'undefined']);
    assert.deepEqual(all.request, ['GET', `${target.url}/json`]);
    assert.equal(all.nothing, 'refused');
  },
);

onBoth(
  'cookies are forgotten between iterations',
  saying(
    `
    say('iteration ' + __ITER, JSON.parse((await http.get(url + '/echo')).body).rawHeaders.indexOf('Cookie') >= 0);
    await http.get(url + '/cookie');
    `,
    '{ vus: 1, iterations: 2 }',
  ),
  (run) => {
    assert.deepEqual(said(run), { 'iteration 0': false, 'iteration 1': false });
  },
);

onBoth(
  'redirects are followed as far as they may be, and each hop is counted',
  saying(`
    for (const code of [301, 302, 303, 307, 308]) {
      const answer = await http.post(url + '/redirect/' + code, 'payload');
      const echo = JSON.parse(answer.body);
      say(String(code), [answer.status, echo.method, echo.body, answer.url === url + '/echo']);
    }
    say('none', [(await http.get(url + '/redirect/302', { redirects: 0 })).status]);
    say('loop', [(await http.get(url + '/loop/0', { redirects: 3 })).url.replace(url, '')]);
  `),
  (run) => {
    assert.deepEqual(said(run), {
      301: [200, 'GET', '', true],
      302: [200, 'GET', '', true],
      303: [200, 'GET', '', true],
      307: [200, 'POST', 'payload', true],
      308: [200, 'POST', 'payload', true],
      none: [302],
      loop: ['/loop/3'],
    });
    assert.equal(figure(run, 'http_reqs', 'count'), 15);
  },
);

onBoth(
  'failures have status 0, an error, its code, and count as failed',
  saying(`
    const of = (answer) => [answer.status, answer.error_code, answer.error !== '', answer.body === null];
    say('refused', of(await http.get('http://127.0.0.1:1/')));
    say('reset', of(await http.post(url + '/reset', 'x'))[0]);
    say('timeout', of(await http.get(url + '/slow/3000', { timeout: '200ms' })));
    say('timeout in ms', of(await http.get(url + '/slow/3000', { timeout: 200 })));
    say('404', of(await http.get(url + '/status/404')));
    say('500', of(await http.get(url + '/status/500')));
    say('bad body', of(await http.post(url + '/echo', 5))[0]);
    let thrown = 'no'; try { await http.get('http://127.0.0.1:1/', { throw: true }); } catch (e) { thrown = 'yes'; }
    say('thrown', thrown);
  `),
  (run) => {
    assert.deepEqual(said(run), {
      refused: [0, 1212, true, true],
      reset: 0,
      timeout: [0, 1050, true, true],
      'timeout in ms': [0, 1050, true, true],
      404: [404, 1404, false, false],
      500: [500, 1500, false, false],
      'bad body': 0,
      thrown: 'yes',
    });
    assert.equal(run.exitCode, 0);
  },
);

onBoth(
  'expected statuses decide what failed, and tags reach submetrics',
  saying(
    `
    await http.get(url + '/status/404', { responseCallback: http.expectedStatuses(404), tags: { op: 'missing' } });
    await http.get(url + '/status/404', { tags: { op: 'missing' } });
    await http.get(url + '/status/302', { redirects: 0 });
    await http.get(url + '/status/500', { responseCallback: null });
    http.setResponseCallback(http.expectedStatuses({ min: 500, max: 599 }));
    await http.get(url + '/status/503'); await http.get(url + '/');
    await http.get(http.url\`\${url}/bytes/\${1}\`); await http.get(http.url\`\${url}/bytes/\${2}\`);
    check(1, { yes: true }, { op: 'checked' });
    `,
    `{ vus: 1, iterations: 1, thresholds: {
        'http_reqs{op:missing}': ['count==2'], 'http_req_failed{op:missing}': ['rate==0.5'], 'http_reqs{status:503}': ['count==1'],
        'http_reqs{method:GET}': ['count==8'], 'http_reqs{expected_response:true}': ['count==3'], 'http_reqs{expected_response:false}': ['count==4'],
        'http_reqs{name:\${}/bytes/\${}}': ['count==2'], 'checks{op:checked}': ['rate==1'], 'checks{check:yes}': ['rate==1'],
        'http_reqs{error_code:1404}': ['count==2'], 'http_reqs{proto:HTTP/1.1}': ['count==8'], 'http_reqs{scenario:default}': ['count==8'] } }`,
  ),
  (run) => {
    assert.equal(run.exitCode, 0, JSON.stringify(run.summary?.metrics, null, 1));
    assert.deepEqual(checks(run), { '::yes': [1, 0] });
    assert.equal(figure(run, 'http_req_failed', 'passes'), 4);
    assert.equal(figure(run, 'http_req_failed', 'fails'), 3);
  },
);

onBoth(
  'a batch answers in the shape of its requests',
  saying(`
    const list = await http.batch([['GET', url + '/bytes/1'], url + '/bytes/2', { method: 'POST', url: url + '/echo', body: 'b' }]);
    say('list', list.map((answer) => answer.status));
    const named = await http.batch({ a: url + '/bytes/3', b: ['GET', url + '/status/404'] });
    say('named', [named.a.body.length, named.b.status]);
    const slow = Date.now();
    await http.batch(Array.from({ length: 6 }, () => url + '/slow/300'));
    say('together', Date.now() - slow < 1200);
  `),
  (run) => {
    assert.deepEqual(said(run), { list: [200, 200, 200], named: [3, 404], together: true });
  },
);

onBoth(
  'asynchronous requests go on side by side, and the iteration waits for them',
  saying(`
    const begun = Date.now();
    const answers = await Promise.all([1, 2, 3, 4].map(() => http.asyncRequest('GET', url + '/slow/300')));
    say('answers', answers.map((answer) => answer.body));
    say('together', Date.now() - begun < 900);
    http.asyncRequest('GET', url + '/slow/400').then((answer) => say('left open', answer.body));
  `),
  (run) => {
    assert.deepEqual(said(run), { answers: ['late', 'late', 'late', 'late'], together: true, 'left open': 'late' });
    assert.ok(figure(run, 'iteration_duration', 'avg') >= 690);
  },
);

onBoth(
  'timings add up, and only a new connection takes time to connect',
  saying(`
    const first = (await http.get(url + '/slow/100')).timings, second = (await http.get(url + '/slow/100')).timings;
    for (const [name, t] of [['first', first], ['second', second]]) {
      say(name, [Math.abs(t.duration - t.sending - t.waiting - t.receiving) < 0.01, t.waiting > 90, t.waiting < 10000, t.connecting > 0, t.blocked >= t.connecting, t.tls_handshaking]);
    }
  `),
  (run) => {
    assert.deepEqual(said(run), {
      first: [true, true, true, true, true, 0],
      second: [true, true, true, false, true, 0],
    });
  },
);

onBoth(
  'data sent and received are counted with their heads',
  saying(`await http.post(url + '/bytes/5000', 'x'.repeat(3000));`),
  (run) => {
    const sent = figure(run, 'data_sent', 'count');
    const received = figure(run, 'data_received', 'count');
    assert.ok(sent > 3080 && sent < 3200, String(sent));
    assert.ok(received > 5100 && received < 5250, String(received));
  },
);

onBoth(
  'rps holds the whole run back',
  saying(`await http.get(url + '/');`, '{ vus: 5, iterations: 10, rps: 10 }'),
  (run) => {
    const took = run.summary?.state.testRunDurationMs ?? 0;
    assert.ok(took > 850, `${took}`);
  },
);

onBoth(
  'discarded bodies are null, and a host can be given another address',
  saying(
    `
    say('body', (await http.get(url + '/bytes/10')).body);
    say('asked for', (await http.get(url + '/bytes/10', { responseType: 'text' })).body);
    const port = url.split(':').pop();
    say('elsewhere', JSON.parse((await http.get('http://somewhere.test:' + port + '/echo', { responseType: 'text' })).body).rawHeaders.indexOf('somewhere.test:' + port) > 0);
    `,
    `{ vus: 1, iterations: 1, discardResponseBodies: true, hosts: { 'somewhere.test': '127.0.0.1' } }`,
  ),
  (run) => {
    assert.deepEqual(said(run), { body: null, 'asked for': 'aaaaaaaaaa', elsewhere: true });
  },
);

onBoth(
  'cookies are kept where the options say so',
  saying(
    `
    say('iteration ' + __ITER, JSON.parse((await http.get(url + '/echo')).body).rawHeaders.indexOf('Cookie') >= 0);
    await http.get(url + '/cookie');
    `,
    '{ vus: 1, iterations: 2, noCookiesReset: true }',
  ),
  (run) => {
    assert.deepEqual(said(run), { 'iteration 0': false, 'iteration 1': true });
  },
);
