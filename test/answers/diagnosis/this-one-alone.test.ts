import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { copyInstance } from '../../../fixtures/copy-instance.ts';
import { tutorialDataset } from '../../../fixtures/tutorial/index.ts';
import { withUnservedNames } from '../../../lib/answers/diagnosis/this-one-alone.ts';
import type { Breach } from '../../../lib/breaches/breach.ts';
import type { StoredInstance } from '../../../lib/dicom/instance.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { exchange } from '../../judges/exchanges.ts';
import { finding } from '../../reports/fixtures.ts';

const [first] = tutorialDataset({ rows: 3, columns: 5 }).instances;
assert.ok(first);
const instances = [
  { ...first, name: 'one' },
  { ...copyInstance(first), name: 'other' },
];
const [one, other] = instances;
assert.ok(one && other);

function asked(id: string, { study, series, instance }: StoredInstance, status: number, view = 'rendered'): Exchange {
  const url = `http://127.0.0.1/studies/${study}/series/${series}/instances/${instance}/${view}`;
  return exchange({ id, url, status });
}

const refused = (id: string): Breach => ({
  code: 'rendered-not-retrieved',
  grade: 'fail',
  parameters: { status: 400, expected: ['200'] },
  where: { kind: 'status' },
  exchange: id,
});

/** Whom the breach of `failed` names when the others were asked for as well. */
function named(failed: Exchange, ...others: readonly Exchange[]): (string | undefined)[] {
  const all = [failed, ...others];
  const findings = [
    finding('WADO-RS-060', 'fail', { exchanges: [failed.id], breaches: [refused(failed.id)], breachCount: 1 }),
    ...others.map(({ id, response }) =>
      finding('WADO-RS-060', response?.status === 200 ? 'pass' : 'fail', {
        exchanges: [id],
        breaches: [],
        breachCount: 0,
      }),
    ),
  ];
  const told = withUnservedNames(
    findings,
    (id) => all.find((each) => each.id === id),
    () => instances,
  );
  return told.flatMap(({ breaches }) => breaches.map(({ thisOneAlone }) => thisOneAlone));
}

describe('an instance that is not served', () => {
  test('is named where the same was asked of another one and was served', () => {
    assert.deepEqual(named(asked('1', one, 400), asked('2', other, 200)), ['one']);
  });

  test('is not named where no other one was served, or something else was asked', () => {
    assert.deepEqual(named(asked('1', one, 400)), [undefined]);
    assert.deepEqual(named(asked('1', one, 400), asked('2', other, 400)), [undefined]);
    assert.deepEqual(named(asked('1', one, 400), asked('2', other, 200, 'thumbnail')), [undefined]);
  });

  test('is not named where it was served itself: then the answers change', () => {
    assert.deepEqual(named(asked('1', one, 400), asked('2', one, 200)), [undefined]);
  });
});
