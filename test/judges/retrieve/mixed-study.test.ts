import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { saysWhatIsMissing } from '../../../lib/judges/retrieve/mixed-study.ts';
import { EXPLICIT, encapsulated, file, J2K, shape, stored } from '../dicom-bytes.ts';
import { DICOM, exchange, failed, multipart } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const pixels = [...shape(1, 2), encapsulated(Buffer.of(1, 2))];
const [native, compressed, decompressed] = [
  file([], EXPLICIT, '1.1'),
  file(pixels, J2K, '1.2'),
  file([], EXPLICIT, '1.2'),
];
const study = [stored(native), stored(compressed)];
const twin = multipart(DICOM, [native, compressed], { id: 'T' });
const asked = [['Accept', `multipart/related; type="${DICOM}"; transfer-syntax=${EXPLICIT}`]] as const;
const returning = (...files: readonly Uint8Array[]) => multipart(DICOM, files, { requestHeaders: asked });
const judged = (answer: Exchange, beside = twin) => saysWhatIsMissing(answer, beside, study);
const untold = { verdict: 'incomplete', reason: 'prerequisite-failed' } as const;

test('WADO-RS-021: the study comes whole in the transfer syntax, or 406 says that it cannot', () => {
  expectFinding(judged(returning(native, decompressed)), 'WADO-RS-021', { assertions: 4 });
  expectFinding(judged(exchange({ status: 406 })), 'WADO-RS-021', { assertions: 1 });
  expectFinding(judged(exchange({ status: 206 })), 'WADO-RS-021', {
    verdict: 'info',
    assertions: 1,
    remark: '206: a part of the study, which the status says (Table 10.4.3-1)',
  });
});

test('WADO-RS-021: a part of the study that is told as the whole is a breach', () => {
  expectFinding(judged(returning(native)), 'WADO-RS-021', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('study-cut-silently', { kind: 'exchange' }, { asked: 2, returned: 1, syntax: EXPLICIT })],
  });
});

test('WADO-RS-021: an instance in another transfer syntax is warned of', () => {
  expectFinding(judged(returning(native, compressed)), 'WADO-RS-021', {
    verdict: 'warn',
    assertions: 4,
    breaches: [
      breach(
        'asked-transfer-syntax-not-used',
        { kind: 'element', path: '00020010', part: 1 },
        { returned: J2K, stored: J2K, asked: [EXPLICIT] },
      ),
    ],
  });
});

test('WADO-RS-021: another refusal is a warning, and an error of the server a breach', () => {
  const of = (status: number) => [
    breach('mixed-study-badly-refused', { kind: 'status' }, { status, expected: ['200', '406'] }),
  ];
  expectFinding(judged(exchange({ status: 400 })), 'WADO-RS-021', {
    verdict: 'warn',
    assertions: 1,
    breaches: of(400),
    remark: '400: refused, but not with 406',
  });
  expectFinding(judged(exchange({ status: 500 })), 'WADO-RS-021', {
    verdict: 'fail',
    assertions: 1,
    breaches: of(500),
  });
});

test('WADO-RS-021: what the server does not have in any transfer syntax is no part that it conceals', () => {
  for (const answer of [returning(native), returning(native, decompressed)])
    expectFinding(judged(answer, multipart(DICOM, [native], { id: 'T' })), 'WADO-RS-021', {
      ...untold,
      assertions: 0,
      remark: 'T lacks 1 of 2 instances',
    });
  expectFinding(judged(returning(native), exchange({ id: 'T', status: 404 })), 'WADO-RS-021', {
    ...untold,
    assertions: 0,
    remark: 'T was answered 404',
  });
  expectFinding(judged(failed('reset', 'gone')), 'WADO-RS-021', {
    ...untold,
    assertions: 0,
    remark: 'X.1: reset, gone',
  });
});
