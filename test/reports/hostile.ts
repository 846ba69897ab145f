import type { Results } from '../../lib/results/results.ts';
import { exchange, finding, resultsOf, scenario, violation } from './fixtures.ts';

/** Marks that a hostile text leaves behind when something runs or loads it. */
export const ALARM = 'alarm-was-raised';

/** Texts that a server may put wherever it can put text. */
export const HOSTILE_TEXTS: readonly string[] = [
  `<script>document.title='${ALARM}'</script>`,
  `</script><script>document.title='${ALARM}'</script>`,
  `"><img src=x onerror="document.title='${ALARM}'">`,
  `'--></style></pre></textarea></title><svg onload="document.title='${ALARM}'">`,
  '<base href="http://127.0.0.1:9/"><link rel=stylesheet href="http://127.0.0.1:9/x.css"><iframe src="http://127.0.0.1:9/">',
  '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
  'javascript:alert(1) [link](http://127.0.0.1:9/) ![image](http://127.0.0.1:9/x.png) www.example.invalid @everyone',
  ']]><failure message="forged"/><![CDATA[ &lt;entity&gt; &#0; &unknown;',
  '| forged | cell |\n|---|---|\n\n# forged heading\n\n```\nforged fence\n```\n<details open>',
  '\u0000\u0001\u0007\u0008\u000b\u000c\u001b[31m\u001b]0;forged title\u0007\u007f\u0085\u009b2J',
  'abc\u202egnp.exe\u202c \u2066isolated\u2069 \u200f\u200e\u061c \u05d0\u05d1\u05d2',
  'zero\u200bwidth\u200d\ufeff \u{e0041}\u{e0042} \u00ad soft',
  'lone \ud800 and \udfff halves, \ufffd and \ufffe',
  `a${'\u0301'.repeat(400)} piled`,
  'line\u2028separator\u2029 and\r\nCRLF\rCR\ttab',
  '{{constructor.constructor("1")()}} $(1+1) <%= 1 %> %s %n \\u003cscript\\u003e',
  'x'.repeat(20_000),
];

/** A header value of ten megabytes, with markup at its end. */
export const HUGE = `${'h'.repeat(10_000_000)}<script>document.title='${ALARM}'</script>`;

/** Results in which every text that comes from a server is `text`. */
export function hostileRun(text: string): Results {
  const body = { length: 10_000, sha256: text.slice(0, 64), file: null, excerpt: text };
  const hostile = (id: string) =>
    exchange(id, {
      operation: text,
      request: { method: 'GET', url: `http://127.0.0.1:8042/${text}`, headers: [[text, text]], body },
      response: {
        httpVersion: text,
        status: 200,
        reason: text,
        headers: [
          [text, text],
          ['Server', text],
        ],
        body,
      },
      failure: { code: 'malformed', message: text },
      curl: `curl '${text}'`,
    });
  const places = [
    { kind: 'header', name: text },
    { kind: 'json', pointer: text },
    { kind: 'element', path: text, part: 1 },
    { kind: 'bytes', offset: 7 },
  ] as const;
  const findings = places.map((where, index) =>
    finding(`JSON-00${index + 1}`, 'fail', {
      exchanges: ['X.1'],
      claim: `is kept (${index})`,
      breaches: [
        violation({ expected: text, actual: text, where, bytes: { offset: 1, expected: text, actual: text } }),
      ],
      remark: text,
    }),
  );
  const others = [
    finding('JSON-005', 'info', { remark: text, exchanges: ['X.1'] }),
    finding('JSON-006', 'incomplete', { remark: text }),
    finding('JSON-007', 'warn', { breaches: [], breachCount: 0, remark: text }),
  ];
  const run = resultsOf(
    [scenario('T06', [...findings, ...others], { title: text, verdict: 'fail' })],
    [hostile('X.1')],
  );
  return {
    ...run,
    target: {
      ...run.target,
      baseUrl: `http://127.0.0.1:8042/${text}`,
      names: [text],
      capabilities: [{ feature: text, claimed: 'no', observed: 'yes', evidence: text }],
    },
    answers: places.map((where) => ({
      exchange: 'X.1',
      where,
      tree: { label: text, text, marked: true as const, children: [{ label: text, text }] },
      bytes: { offset: 1, hexadecimal: text },
    })),
    plan: { ...run.plan, studies: [text], stays: text },
    remains: [{ studyInstanceUid: text, why: text }],
    run: { ...run.run, completeness: 'partial', why: text },
  };
}
