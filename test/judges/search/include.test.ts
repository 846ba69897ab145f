import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import { includesAll, includesInEachForm } from '../../../lib/judges/search/include.ts';
import { attributesLeftOut, type IncludeForm, type Inclusion } from '../../../lib/judges/search/included.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, json } from '../json-answers.ts';
import { deviating } from '../profiles.ts';
import { ARCHIVE, IMAGE_1, INSTANCES_OF_SERIES, imageResult } from '../searches.ts';

const EXPECTED = expectedSearch(ARCHIVE, INSTANCES_OF_SERIES, [['SOPInstanceUID', IMAGE_1]]);
const ROWS = '00280010';
const COLUMNS = '00280011';
const { [ROWS]: rows, [COLUMNS]: columns, ...DEFAULT } = imageResult(IMAGE_1, 1);
const answer = (id: string, more: Record<string, unknown> = {}, status = 200): Exchange =>
  json([{ ...DEFAULT, ...more }], { id, status });
const WITHOUT = answer('W');
const BY_NAME = { [ROWS]: rows };
const BOTH = { [ROWS]: rows, [COLUMNS]: columns };
const form = (name: IncludeForm, tags: readonly string[], answered: Exchange): Inclusion => ({
  form: name,
  tags,
  exchange: answered,
});
const byKeyword = form('by-keyword', [ROWS], answer('K', BY_NAME));
const inList = form('in-one-list', [ROWS, COLUMNS], answer('L', BOTH));

test('what is stored and not returned is what includefield is tried on', () => {
  assert.deepEqual(attributesLeftOut(WITHOUT, EXPECTED), [ROWS, COLUMNS]);
  assert.deepEqual(attributesLeftOut(answer('W', BOTH), EXPECTED), []);
  assert.deepEqual(attributesLeftOut(json([]), EXPECTED), []);
  assert.deepEqual(attributesLeftOut(exchange({ status: 404 }), EXPECTED), []);
});

test('QIDO-031: every form adds the same', () => {
  const finding = includesInEachForm({ without: WITHOUT, all: WITHOUT }, [byKeyword, inList], EXPECTED);
  expectFinding(finding, 'QIDO-031', { assertions: 14 });
  assert.deepEqual(finding.exchanges, ['K', 'L', 'W', 'W']);
});

test('QIDO-031: a form that is not understood is a warning, where another or all shows that it could be', () => {
  const ignored = form('in-one-list', [ROWS, COLUMNS], answer('L'));
  expectFinding(includesInEachForm({ without: WITHOUT, all: WITHOUT }, [byKeyword, ignored], EXPECTED), 'QIDO-031', {
    verdict: 'warn',
    assertions: 11,
    breaches: [
      breach(
        'includefield-form-ignored',
        { kind: 'exchange' },
        { tag: '00280010', level: 'instance', form: 'in-one-list' },
      ),
    ],
  });
  expectFinding(includesInEachForm({ without: WITHOUT, all: answer('A', BOTH) }, [ignored], EXPECTED), 'QIDO-031', {
    verdict: 'warn',
    assertions: 6,
    breaches: [
      breach(
        'includefield-form-ignored',
        { kind: 'exchange' },
        { tag: '00280010', level: 'instance', form: 'in-one-list' },
      ),
      breach(
        'includefield-form-ignored',
        { kind: 'exchange' },
        { tag: '00280011', level: 'instance', form: 'in-one-list' },
      ),
    ],
  });
});

test('QIDO-031: what is added stands beside the attributes of the level', () => {
  const { '00200013': number, ...less } = imageResult(IMAGE_1, 1);
  assert.ok(number);
  const replaced = form('by-keyword', [ROWS], json([less], { id: 'K' }));
  const finding = includesInEachForm({ without: WITHOUT, all: WITHOUT }, [replaced], EXPECTED);
  assert.equal(finding.verdict, 'fail');
  assert.deepEqual(
    finding.breaches.map(({ code, parameters }) => [code, parameters]),
    [['includefield-leaves-out', { tag: '00200013', level: 'instance', form: 'by-keyword' }]],
  );
});

test('QIDO-031: a refusal and a wrong value fail, a documented refusal is recorded', () => {
  const refused = form('in-one-list', [ROWS], answer('L', {}, 400));
  const judged = (profile?: Parameters<typeof includesInEachForm>[3]) =>
    includesInEachForm({ without: WITHOUT, all: WITHOUT }, [byKeyword, refused], EXPECTED, profile);
  expectFinding(judged(), 'QIDO-031', {
    verdict: 'fail',
    assertions: 7,
    breaches: [
      breach('includefield-refused', { kind: 'status' }, { status: 400, expected: ['200'], form: 'in-one-list' }),
    ],
  });
  expectFinding(judged(deviating('QIDO-031')), 'QIDO-031', {
    verdict: 'info',
    assertions: 7,
    remark: 'It does not.',
  });
  const wrong = form('by-keyword', [ROWS], answer('K', { [ROWS]: attribute('US', 9) }));
  expectFinding(includesInEachForm({ without: WITHOUT, all: WITHOUT }, [wrong], EXPECTED), 'QIDO-031', {
    verdict: 'fail',
    assertions: 6,
    breaches: [
      breach('includefield-value-differs', at('/0/00280010/Value/0'), {
        tag: '00280010',
        level: 'instance',
        expected: '"4"',
        actual: '9',
      }),
    ],
  });
});

test('QIDO-031: a server that adds none of them is warned of as for all, and one that finds nothing shows nothing', () => {
  const ignored = form('by-keyword', [ROWS], answer('K'));
  expectFinding(includesInEachForm({ without: WITHOUT, all: WITHOUT }, [ignored], EXPECTED), 'QIDO-031', {
    verdict: 'warn',
    assertions: 5,
    breaches: [
      breach('includefield-ignored', { kind: 'exchange' }, { tag: ROWS, level: 'instance', form: 'by-keyword' }),
    ],
  });
  for (const hollow of [json([]), exchange({ status: 204 }), exchange({ status: 404 })]) {
    const finding = includesInEachForm({ without: hollow, all: hollow }, [form('by-tag', [ROWS], hollow)], EXPECTED);
    assert.deepEqual([finding.verdict, finding.assertions], ['incomplete', 0]);
  }
});

test('QIDO-032: all adds something and takes nothing away', () => {
  const finding = includesAll(answer('A', BOTH), WITHOUT, EXPECTED);
  expectFinding(finding, 'QIDO-032', { assertions: 7 });
  assert.deepEqual(finding.exchanges, ['A', 'W']);
  expectFinding(includesAll(answer('A', BOTH), answer('W', BOTH), EXPECTED), 'QIDO-032', { assertions: 8 });
});

test('QIDO-032: the same set is a warning, a required attribute less a failure, another one less a warning', () => {
  expectFinding(includesAll(answer('A'), WITHOUT, EXPECTED), 'QIDO-032', {
    verdict: 'warn',
    assertions: 7,
    breaches: [breach('includefield-ignored', at('/0'), { tag: '00280010', level: 'instance', form: 'all' })],
  });
  const { '00200013': _number, ...unnumbered } = { ...DEFAULT, ...BOTH };
  expectFinding(includesAll(json([unnumbered]), WITHOUT, EXPECTED), 'QIDO-032', {
    verdict: 'fail',
    assertions: 7,
    breaches: [
      breach('includefield-leaves-out', at('/0/00200013'), { tag: '00200013', level: 'instance', form: 'all' }),
    ],
  });
  const { '00280100': _bits, ...unallocated } = { ...DEFAULT, ...BOTH };
  expectFinding(includesAll(json([unallocated]), WITHOUT, EXPECTED), 'QIDO-032', {
    verdict: 'warn',
    assertions: 7,
    breaches: [
      breach('includefield-leaves-out', at('/0/00280100'), { tag: '00280100', level: 'instance', form: 'all' }),
    ],
  });
});

test('QIDO-032: a refusal fails unless it is documented; without results there is nothing to compare', () => {
  const refused = answer('A', {}, 400);
  expectFinding(includesAll(refused, WITHOUT, EXPECTED), 'QIDO-032', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('includefield-refused', { kind: 'status' }, { status: 400, expected: ['200'], form: 'all' })],
  });
  expectFinding(includesAll(refused, WITHOUT, EXPECTED, deviating('QIDO-032')), 'QIDO-032', {
    verdict: 'info',
    assertions: 1,
    remark: 'It does not.',
  });
  for (const hollow of [json([]), exchange({ status: 404 })])
    assert.equal(includesAll(hollow, hollow, EXPECTED).verdict, 'incomplete');
});
