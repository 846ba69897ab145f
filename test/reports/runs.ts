import type { AnswerView } from '../../lib/results/answer-view.ts';
import type { Finding } from '../../lib/results/finding.ts';
import type { LoadResult, Percentiles } from '../../lib/results/load-result.ts';
import type { ExchangeRecord, Results, ScenarioRecord } from '../../lib/results/results.ts';
import { rollUp } from '../../lib/results/rollup.ts';
import { exchange, finding, resultsOf, scenario, violation } from './fixtures.ts';
import { png } from './png.ts';

/** A requirement that exists for each kind of thing that can go wrong, in the order of layers. */
const TUTORIAL: readonly (readonly [id: string, service: string, title: string, requirements: readonly string[]])[] = [
  ['T01', 'store', 'stores a single instance', ['STOW-001', 'STOW-002']],
  ['T02', 'store', 'stores an instance into its study', ['STOW-003']],
  ['T03', 'store', 'stores a third instance into the study', ['STOW-003']],
  ['T04', 'retrieve', 'returns all instances of a study', ['WADO-RS-001', 'MP-001', 'MP-002']],
  ['T05', 'retrieve', 'returns instances that can be used', ['WADO-RS-004']],
  ['T06', 'retrieve', 'returns the metadata of a study', ['WADO-RS-010', 'JSON-001']],
  ['T07', 'retrieve', 'returns all instances of a series', ['WADO-RS-002']],
  ['T08', 'retrieve', 'returns the metadata of a series', ['WADO-RS-010', 'JSON-002']],
  ['T09', 'retrieve', 'returns one instance', ['WADO-RS-003']],
  ['T10', 'retrieve', 'returns the metadata of an instance', ['JSON-003']],
  ['T11', 'retrieve', 'returns a frame with the bytes that were stored', ['WADO-RS-011']],
  ['T12', 'search', 'finds a study by its UID', ['QIDO-001']],
  ['T13', 'search', 'finds a series by its UID', ['QIDO-002']],
  ['T14', 'search', 'finds a series of a study', ['QIDO-003']],
  ['T15', 'search', 'finds an instance by its UID', ['QIDO-004']],
  ['T16', 'search', 'finds an instance of a study', ['QIDO-005']],
  ['T17', 'search', 'finds an instance of a series', ['QIDO-006']],
  ['T18', 'delete', 'deletes an instance and nothing else', ['DELETE-001']],
  ['T19', 'delete', 'deletes a series and nothing else', ['DELETE-002']],
  ['T20', 'delete', 'deletes a study', ['DELETE-003']],
];

function tutorial(judge: (id: string, requirement: string) => Finding): ScenarioRecord[] {
  return TUTORIAL.map(([id, service, title, requirements], index) => {
    const findings = requirements.map((requirement) => judge(id, requirement));
    return scenario(id, findings, { service, title, durationMs: 12 + index * 7, ...rollUp(findings) });
  });
}

/** Every duty was met. */
export function cleanRun(): Results {
  return resultsOf(
    tutorial((id, requirement) => finding(requirement, 'pass', { exchanges: [`${id}.1`] })),
    TUTORIAL.map(([id]) => exchange(`${id}.1`)),
  );
}

const FAULTS: Readonly<Record<string, Partial<Finding>>> = {
  'STOW-001': {
    claim: 'answers 200 when every instance was stored',
    breaches: [violation({ expected: '200', actual: '202', where: { kind: 'status' } })],
  },
  'MP-001': {
    claim: 'separates the parts with the boundary that it announced',
    breaches: [
      violation({
        expected: 'CRLF before the boundary line',
        actual: 'LF before the boundary line',
        where: { kind: 'bytes', offset: 2_897_412 },
        bytes: {
          offset: 2_897_408,
          expected: '00 00 00 00 0d 0a 2d 2d 44 49 43 4f 4d 77 65 62 2d 31 0d 0a',
          actual: '00 00 00 00 0a 2d 2d 44 49 43 4f 4d 77 65 62 2d 31 0a 43 6f',
        },
      }),
    ],
  },
  'WADO-RS-004': {
    claim: 'returns every data element as it was stored',
    breaches: [
      violation({
        expected: '"Anony Mous"',
        actual: '"ANONY MOUS"',
        where: { kind: 'element', path: '(0010,0010)', part: 2 },
      }),
      violation({ expected: '"SLR 3"', actual: 'absent', where: { kind: 'element', path: '(0020,0010)', part: 2 } }),
    ],
    breachCount: 5,
  },
  'WADO-RS-010': {
    claim: 'answers with application/dicom+json',
    breaches: [violation({ expected: 'application/dicom+json', actual: 'application/json; charset=utf-8' })],
  },
  'JSON-002': {
    claim: 'writes a person name as an object with the groups Alphabetic, Ideographic and Phonetic',
    breaches: [
      violation({
        expected: '{"Alphabetic":"Anony^Mous"}',
        actual: '"Anony^Mous"',
        where: { kind: 'json', pointer: '/0/00100010/Value/0' },
      }),
    ],
  },
  'WADO-RS-011': {
    claim: 'returns the bytes of the frame as they were stored',
    breaches: [
      violation({
        expected: '2,892,945 bytes, SHA-256 9b1c…',
        actual: '2,892,945 bytes, SHA-256 04ee…',
        where: { kind: 'bytes', offset: 1_446_400, part: 1 },
        bytes: {
          offset: 1_446_396,
          expected: 'ff0000ff0000ff0000ff0000ff0000ff',
          actual: 'ff0000ff0000fe0000ff0000ff0000ff',
        },
      }),
    ],
  },
  'QIDO-003': {
    claim: 'returns only series that match SeriesInstanceUID',
    breaches: [
      violation({
        expected: '1 series',
        actual: '2 series, among them one of another UID',
        where: { kind: 'json', pointer: '' },
      }),
    ],
  },
  'DELETE-002': {
    claim: 'answers 204 to the deletion of a series',
    breaches: [violation({ expected: '204', actual: '500 Internal Server Error', where: { kind: 'status' } })],
  },
  'DELETE-003': {
    claim: 'answers 204 to the deletion of a study',
    breaches: [violation({ expected: '204', actual: '500 Internal Server Error', where: { kind: 'status' } })],
  },
};

/** Requests that differ from the usual one. */
const REQUESTS: Readonly<Record<string, Partial<ExchangeRecord>>> = {
  T01: {
    operation: 'store',
    request: { method: 'POST', url: 'http://127.0.0.1:8042/dicom-web/studies/1.2.3', headers: [], body: null },
  },
  T19: {
    operation: 'delete',
    request: { method: 'DELETE', url: 'http://127.0.0.1:8042/dicom-web/studies/1.2.3', headers: [], body: null },
  },
};

/** Answers as a run parses them: a value, and an offset. */
const ANSWERS: readonly AnswerView[] = [
  {
    exchange: 'T08.1',
    where: { kind: 'json', pointer: '/0/00100010/Value/0' },
    tree: {
      label: 'JSON',
      text: '[…]',
      children: [
        { label: '00100010 PatientName', text: '…', children: [{ label: '[0]', text: '"Anony^Mous"', marked: true }] },
        { label: '00100020 PatientID', text: '', absent: true, marked: true },
      ],
      left: 7,
    },
  },
  {
    exchange: 'T11.1',
    where: { kind: 'bytes', offset: 1_446_400, part: 1 },
    tree: { label: 'body', text: 'multipart/related [2]', children: [{ label: '[1]', text: '', marked: true }] },
    bytes: { offset: 1_446_384, hexadecimal: `${'00'.repeat(16)}ff0000ff0000fe0000ff0000ff0000ff` },
  },
];

/** A server with ten defects, a duty not judged, one left to the vendor and a picture or two. */
export function tenFaultsRun(): Results {
  const scenarios = tutorial((id, requirement) => {
    const exchanges = [`${id}.1`];
    const fault = FAULTS[requirement];
    if (fault) {
      const parameters = { tag: fault.claim ?? '' };
      const breaches = (fault.breaches ?? []).map((breach) => ({
        ...breach,
        exchange: `${id}.1`,
        parameters: { ...breach.parameters, ...parameters },
      }));
      return finding(requirement, 'fail', { exchanges, ...fault, breaches });
    }
    if (requirement === 'JSON-003') {
      return finding(requirement, 'warn', {
        exchanges,
        claim: 'writes decimal strings as numbers',
        remark:
          'the editions before 2020a allow numbers only, the later ones strings as well; this server writes strings',
        breaches: [
          {
            ...violation({
              claim: 'writes decimal strings as numbers',
              expected: '1.5',
              actual: '"1.5"',
              where: { kind: 'json', pointer: '/0/00180050/Value/0' },
            }),
            grade: 'warn',
          },
        ],
      });
    }
    if (id === 'T18') {
      return finding(requirement, 'incomplete', {
        reason: 'not-claimed',
        remark: 'the profile does not claim deleteInstance',
      });
    }
    if (id === 'T12') {
      return finding(requirement, 'info', {
        exchanges,
        remark: 'an empty result is answered with 204, not with 200 and []',
      });
    }
    return finding(requirement, 'pass', { exchanges });
  });
  const pictures = [
    {
      label: 'frame 1 of red-triangle.dcm',
      actual: png(160, 160),
      expected: png(160, 160),
      difference: { picture: png(160, 160), pixels: 1, of: 964_315 },
    },
  ];
  return resultsOf(
    scenarios.map((played) => (played.id === 'T11' ? { ...played, pictures } : played)),
    TUTORIAL.map(([id]) => exchange(`${id}.1`, REQUESTS[id])),
    {
      answers: ANSWERS,
      remains: [{ studyInstanceUid: '1.2.826.0.1.3680043.8.498.1', why: 'the server refused to delete it' }],
      plan: {
        dataset: 'tutorial',
        instances: 3,
        bytes: 8_678_835,
        studies: ['1.2.826.0.1.3680043.8.498.1'],
        stays: 'One study of three instances stays on the server when deletion is refused.',
      },
    },
  );
}

/** A run that was cut short: what is there was judged, the rest says why it was not. */
export function partialRun(): Results {
  const scenarios = tutorial((id, requirement) =>
    id <= 'T05'
      ? finding(requirement, 'pass', { exchanges: [`${id}.1`] })
      : finding(requirement, 'incomplete', {
          reason: 'harness-error',
          remark: 'the server could no longer be reached',
        }),
  );
  const run = resultsOf(scenarios, [
    exchange('T06.1', { response: null, failure: { code: 'reset', message: 'connection reset by the server' } }),
  ]);
  return { ...run, run: { ...run.run, completeness: 'partial', why: 'the server could no longer be reached' } };
}

/** A run in which nothing could be judged. */
export function nothingJudgedRun(): Results {
  return resultsOf(tutorial((_, requirement) => finding(requirement, 'incomplete', { reason: 'excluded' })));
}

function percentiles(p50: number): Percentiles {
  return {
    count: 12_000,
    min: p50 / 4,
    avg: p50 * 1.2,
    p50,
    p90: p50 * 2.1,
    p95: p50 * 2.9,
    p99: p50 * 6.3,
    max: p50 * 19,
  };
}

const LOAD: LoadResult = {
  engine: { name: 'embedded', version: '0.1.0' },
  script: 'load/mixed.ts',
  shape: 'stress',
  model: 'open',
  settings: { rate: 400, duration: '120s', size: '512KiB', sampleJudged: 0.01 },
  durationSeconds: 120,
  operations: [
    {
      name: 'store',
      requests: 24_000,
      instances: 24_000,
      bytes: 12_582_912_000,
      requestsPerSecond: 200,
      instancesPerSecond: 200,
      bytesPerSecond: 104_857_600,
      latency: percentiles(18.4),
      timeToFirstByte: percentiles(17.9),
      failures: { 'status 503': 41, 'timed-out': 3 },
      failed: 44,
      histogram: Array.from(
        { length: 30 },
        (_, index) => [2 * 1.25 ** index, Math.round(4000 * Math.exp(-((index - 10) ** 2) / 18))] as const,
      ),
      firstByteHistogram: [],
    },
    {
      name: 'search',
      requests: 9_600,
      instances: 0,
      bytes: 38_400_000,
      requestsPerSecond: 80,
      instancesPerSecond: 0,
      bytesPerSecond: 320_000,
      latency: percentiles(6.1),
      timeToFirstByte: percentiles(5.8),
      failures: {},
      failed: 0,
      histogram: Array.from(
        { length: 20 },
        (_, index) => [1 * 1.3 ** index, Math.round(1800 * Math.exp(-((index - 6) ** 2) / 9))] as const,
      ),
      firstByteHistogram: [],
    },
    {
      name: 'delete',
      requests: 0,
      instances: 0,
      bytes: 0,
      requestsPerSecond: 0,
      instancesPerSecond: 0,
      bytesPerSecond: 0,
      latency: null,
      timeToFirstByte: null,
      failures: {},
      failed: 0,
      histogram: [],
      firstByteHistogram: [],
    },
  ],
  series: Array.from({ length: 120 }, (_, second) => ({
    second,
    requests: Math.round(280 * Math.min(1, second / 20) + 12 * Math.sin(second)),
    instances: Math.round(200 * Math.min(1, second / 20) + 9 * Math.sin(second)),
    bytes: Math.round(105e6 * Math.min(1, second / 20) + 4e6 * Math.sin(second)),
    failed: second > 90 && second < 100 ? 5 : 0,
    p50: second === 95 ? null : 17 + 3 * Math.sin(second / 5),
    p95: second === 95 ? null : 48 + (second > 88 && second < 102 ? 120 : 0) + 9 * Math.cos(second / 3),
    virtualUsers: Math.round(20 * Math.min(1, second / 20)),
  })),
  thresholds: [
    { metric: 'http_req_duration{operation:store}', expression: 'p(95)<100', holds: true, actual: 53.4 },
    { metric: 'dicomweb_failed', expression: 'rate<0.001', holds: false, actual: 0.0013 },
    { metric: 'dicomweb_delete', expression: 'p(95)<100', holds: false, actual: null },
  ],
  checks: [{ name: 'stored: one ReferencedSOP, no failure', passes: 23_956, fails: 44 }],
  droppedIterations: 12,
  arrivals: { askedPerSecond: 280, reachedPerSecond: 279.9, seconds: 120 },
  acknowledged: 23_956,
  verified: 23_956,
  lost: ['2.25.310012345678901234567890', '2.25.310012345678901234567891'],
  changed: [],
  lostCount: 2,
  changedCount: 0,
  generator: {
    requestsPerSecond: 9_800,
    bytesPerSecond: 1_900_000_000,
    saturated: false,
    why: 'the run used 6 % of what the generator reached on a null sink',
  },
};

/** A load run with failed thresholds and two instances lost. */
export function loadRun(changes: Partial<LoadResult> = {}): Results {
  const { coverage: _, ...run } = resultsOf([], [], {
    kind: 'load',
    load: { ...LOAD, ...changes },
    summary: {
      verdict: 'failed',
      sentence: 'Failed: 2 thresholds do not hold and 2 acknowledged instances are lost.',
      counts: {},
      findings: { pass: 0, info: 0, incomplete: 0, warn: 0, fail: 0 },
      exitCode: 99,
    },
  });
  return run;
}
