#!/usr/bin/env node
// Stands in for k6 where there is none: takes the same command line and writes, in the same forms, samples that are
// known beforehand. It runs no script; of the bundle it only calls handleSummary.
import { createWriteStream, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';

const args = process.argv.slice(2);
if (args[0] === 'version') {
  process.stdout.write('k6 v2.2.0 (commit/0123456789, go1.25.1, linux/amd64)\n');
  process.exit(0);
}

const bundle = args.at(-1);
const csvPath = args[args.indexOf('-o') + 1].replace(/^csv=/, '');
const mode = process.env.FAKE_K6_MODE ?? 'ok';
const seconds = Number(process.env.FAKE_K6_SECONDS ?? '3');
const log = (level, msg, source, error) =>
  process.stderr.write(`${JSON.stringify({ level, msg, source, error, time: new Date().toISOString() })}\n`);

if (mode === 'script-error') {
  log('error', 'TypeError: Cannot read property of undefined', undefined);
  process.exit(107);
}

const csv = createWriteStream(csvPath);
csv.write(
  'metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata\n',
);
const start = Math.floor(Date.now() / 1000);
const durations = [];
/** Milliseconds from the first request to the last answer. */
const LASTED = (seconds - 1) * 1000 + 250;
for (let second = 0; second < seconds; second++) {
  for (let request = 0; request < 10; request++) {
    const duration = 10 * second + request + 0.5;
    durations.push(duration);
    const tags = ',,,,,,,,,default,,,,,,operation=store,\n';
    csv.write(`store_requests,${start + second},1.000000${tags}`);
    csv.write(`store_instances,${start + second},2.000000${tags}`);
    csv.write(`store_bytes,${start + second},1024.000000${tags}`);
    csv.write(`store_duration,${start + second},${duration.toFixed(6)}${tags}`);
    csv.write(`operation_duration,${start + second},${duration.toFixed(6)}${tags}`);
    csv.write(`http_req_duration,${start + second},${duration.toFixed(6)}${tags}`);
  }
  csv.write(`vus,${start + second},4.000000,,,,,,,,,,,,,,,,\n`);
}
log('info', JSON.stringify({ event: 'study', studyInstanceUID: '1.2.3' }), 'console');
log('info', JSON.stringify({ event: 'lost', sopInstanceUID: '1.2.4', why: 'gone' }), 'console');
for (const path of ['/one', '/two']) log('warning', 'Request Failed', undefined, `Get "${path}": dial: refused`);
log('warning', 'Insufficient VUs, reached 4 active VUs and cannot initialize more', undefined);

const wait = mode === 'endless' ? 60_000 : 50;
let code = mode === 'threshold' ? 99 : 0;
const timer = setTimeout(finish, wait);
process.on('SIGINT', () => {
  clearTimeout(timer);
  code = 105;
  finish();
});

function finish() {
  const trend = (values) => {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (p) => sorted[Math.round((p / 100) * (sorted.length - 1))];
    const avg = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    return {
      avg,
      min: sorted[0],
      med: at(50),
      max: sorted.at(-1),
      'p(90)': at(90),
      'p(95)': at(95),
      'p(99)': at(99),
      count: sorted.length,
    };
  };
  const counter = (count) => ({ type: 'counter', contains: 'default', values: { count, rate: count / seconds } });
  const gauge = (min, max) => ({ type: 'gauge', contains: 'default', values: { value: max, min, max } });
  const data = {
    root_group: { name: '', path: '', id: 'd41d8cd98f00b204e9800998ecf8427e', groups: [], checks: [] },
    options: { summaryTrendStats: [], summaryTimeUnit: '', noColor: false },
    state: { isStdOutTTY: false, isStdErrTTY: false, testRunDurationMs: seconds * 1000 },
    metrics: {
      store_requests: counter(durations.length),
      store_instances: counter(durations.length * 2),
      store_bytes: counter(durations.length * 1024),
      store_when: gauge(start * 1000, start * 1000 + LASTED),
      store_duration: { type: 'trend', contains: 'time', values: trend(durations) },
      operation_duration: { type: 'trend', contains: 'time', values: trend(durations) },
      instances_acknowledged: counter(durations.length * 2),
      instances_lost: { ...counter(1), thresholds: { 'count==0': { ok: mode !== 'threshold' } } },
    },
  };
  const load = Module._load;
  Module._load = (request, ...rest) =>
    request === 'k6' || request.startsWith('k6/') ? stub() : load(request, ...rest);
  globalThis.__ENV = process.env;
  globalThis.__VU = 0;
  globalThis.open = () => '';
  const { handleSummary } = createRequire(import.meta.url)(bundle);
  for (const [path, text] of Object.entries(handleSummary(data))) writeFileSync(path, text);
  csv.end(() => process.exit(code));
}

/** What the scripts import from k6 and need in their init code. */
function stub() {
  class Metric {}
  const named = { Counter: Metric, Rate: Metric, Trend: Metric, Gauge: Metric, sleep() {}, check() {} };
  return {
    __esModule: true,
    ...named,
    default: { b64encode: () => '', randomBytes: () => new ArrayBuffer(6), vu: {}, scenario: {} },
  };
}
