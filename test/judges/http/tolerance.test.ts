import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import {
  ignoresIncludefieldOfMetadata,
  ignoresUnknownCharset,
  recordsWhatErrorsSay,
  refusesMixedTypes,
  takesCharsetOfMetadata,
} from '../../../lib/judges/http/tolerance.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const path = { study: '1.2' };
const STUDY = '"0020000D":{"vr":"UI","Value":["1.2"]}';
const metadata = (id: string, status: number, attributes: string) =>
  exchange({
    id,
    status,
    url: 'http://server/studies/1.2/metadata',
    headers: [['Content-Type', 'application/dicom+json']],
    body: `[{${attributes}}]`,
  });
const twin = metadata('T', 200, `${STUDY},"00100020":{"vr":"LO","Value":["A"]}`);
const asked = (status: number, parameter: string, attributes = STUDY) => ({
  exchange: metadata('A', status, attributes),
  ...{ twin, path, parameter },
});

test('COMMON-031: an unknown character set is ignored; 406 is a warning, and 400 fails', () => {
  expectFinding(ignoresUnknownCharset(asked(200, 'charset=x')), 'COMMON-031', { assertions: 2 });
  assert.equal(ignoresUnknownCharset(asked(406, 'charset=x')).verdict, 'warn');
  expectFinding(ignoresUnknownCharset(asked(400, 'charset=x')), 'COMMON-031', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach(
        'metadata-parameter-refused',
        { kind: 'status' },
        { status: 400, expected: ['200'], parameter: 'charset=x' },
      ),
    ],
  });
});

test('COMMON-031: an answer that shows something else is not what was asked for', () => {
  const other = ignoresUnknownCharset(asked(200, 'charset=x', '"0020000D":{"vr":"UI","Value":["9.9"]}'));
  assert.deepEqual([other.verdict, other.breaches[0]?.code], ['fail', 'stored-not-shown']);
});

test('WADO-RS-038: metadata with charset are sent', () => {
  expectFinding(takesCharsetOfMetadata(asked(200, 'charset=UTF-8')), 'WADO-RS-038', { assertions: 2 });
  assert.equal(takesCharsetOfMetadata(asked(406, 'charset=UTF-8')).verdict, 'fail');
});

test('WADO-RS-039: includefield does nothing to metadata, and an extension that filters is recorded', () => {
  assert.equal(ignoresIncludefieldOfMetadata({ ...asked(200, 'includefield=x'), exchange: twin }).verdict, 'pass');
  expectFinding(ignoresIncludefieldOfMetadata(asked(200, 'includefield=x')), 'WADO-RS-039', {
    verdict: 'info',
    assertions: 3,
    remark: '1 of 2 attributes are sent, as an extension of the vendor may',
  });
  assert.equal(ignoresIncludefieldOfMetadata(asked(400, 'includefield=x')).verdict, 'fail');
});

test('COMMON-008: types of both kinds are answered 400; to serve one of them is a warning', () => {
  const answers = (status: number) => refusesMixedTypes(exchange({ id: 'A', status }), exchange({ id: 'T' })).verdict;
  assert.deepEqual([400, 200, 406, 409, 500].map(answers), ['pass', 'warn', 'warn', 'warn', 'fail']);
});

test('COMMON-028: whether an error says what is wrong is recorded', () => {
  const said = recordsWhatErrorsSay(exchange({ id: 'A', status: 404, body: 'no' }), exchange({ id: 'B', status: 400 }));
  expectFinding(said, 'COMMON-028', {
    verdict: 'info',
    assertions: 2,
    remark: 'A: the error has a body; B: the error has no body',
  });
  expectFinding(recordsWhatErrorsSay(exchange()), 'COMMON-028', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
});
