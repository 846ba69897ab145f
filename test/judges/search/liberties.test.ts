import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  findsNamesByTheirBeginning,
  joinsDateAndTime,
  recordsCaseOfNames,
} from '../../../lib/judges/search/liberties.ts';
import { exchange, failed, type Parts } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { json, STUDY } from '../json-answers.ts';
import { STUDY_RESULT } from '../searches.ts';

const path = { study: STUDY };
const query = `StudyInstanceUID=${STUDY}`;
const url = (keys: string) => `http://server/studies?${query}&${keys}`;
const found = (parts: Parts = {}) => json([STUDY_RESULT], parts);
const nothing = (parts: Parts = {}) => json([], parts);

/** Each judge with the keys of its search, and what it says of a server that does match so and of one that does not. */
const CASES = [
  {
    judge: recordsCaseOfNames,
    requirement: 'QIDO-041',
    keys: ['PatientName=DOE^JOHN'],
    matched: { verdict: 'info', remark: 'a name is found in another case' },
    unmatched: { verdict: 'info', remark: 'a name is not found in another case' },
    refused: { verdict: 'info', remark: '400: refused, as a server may that does not match so' },
  },
  {
    judge: findsNamesByTheirBeginning,
    requirement: 'QIDO-041',
    keys: ['PatientName=Doe*'],
    matched: {},
    unmatched: {
      verdict: 'warn',
      breaches: [breach('search-finds-no-beginning-of-name', { kind: 'exchange' }, { value: 'Doe*' })],
    },
    refused: { verdict: 'info', remark: '400: refused, as a server may that does not match so' },
  },
  {
    judge: joinsDateAndTime,
    requirement: 'QIDO-047',
    keys: ['StudyDate=20210312-20210314', 'StudyTime=1000-1200'],
    matched: {},
    unmatched: {
      verdict: 'warn',
      breaches: [
        breach('search-parts-date-and-time', { kind: 'exchange' }, { dates: '20210312-20210314', times: '1000-1200' }),
      ],
    },
    refused: {
      verdict: 'warn',
      remark: '400: refused, as by a server that does not combine them',
      breaches: [refusal(400, ['StudyDate=20210312-20210314', 'StudyTime=1000-1200'])],
    },
  },
] as const;

function refusal(status: number, keys: readonly string[]) {
  return breach('search-badly-refused', { kind: 'status' }, { status, expected: ['200', '204'], keys });
}

for (const { judge, requirement, keys, matched, unmatched, refused } of CASES) {
  const asked = { url: url(keys.join('&')) };
  const judged = (answer: Exchange, { twin = found({ id: 'T' }), foreign = nothing({ id: 'F' }) } = {}) =>
    judge({ exchange: answer, twin, foreign, path });
  const untold = { verdict: 'incomplete', reason: 'prerequisite-failed' } as const;

  test(`${requirement}, ${keys}: a study that is found, where another value does not find it`, () => {
    const finding = judged(found(asked));
    expectFinding(finding, requirement, matched);
    assert.deepEqual(finding.exchanges, ['X.1', 'T', 'F']);
    expectFinding(judged(found(asked), { foreign: exchange({ id: 'F', status: 204 }) }), requirement, matched);
  });

  test(`${requirement}, ${keys}: a study that is not found, by whatever status`, () => {
    for (const answer of [nothing(asked), exchange({ ...asked, status: 204 }), exchange({ ...asked, status: 404 })])
      expectFinding(judged(answer), requirement, unmatched);
  });

  test(`${requirement}, ${keys}: a server that ignores the keys shows nothing by finding the study`, () => {
    for (const foreign of [found({ id: 'F' }), exchange({ id: 'F', status: 500 })])
      expectFinding(judged(found(asked), { foreign }), requirement, {
        ...untold,
        remark: 'F does not leave the study out: the server was not seen to heed the key',
      });
  });

  test(`${requirement}, ${keys}: 400 is no list, and any other error a breach`, () => {
    expectFinding(judged(exchange({ ...asked, status: 400 })), requirement, refused);
    for (const status of [403, 500, 501])
      expectFinding(judged(exchange({ ...asked, status })), requirement, {
        verdict: 'fail',
        assertions: 1,
        breaches: [refusal(status, keys)],
      });
  });

  test(`${requirement}, ${keys}: what cannot be read shows neither`, () => {
    expectFinding(judged(exchange({ ...asked, body: '<html>' })), requirement, {
      ...untold,
      remark: 'X.1 cannot be read as a list of studies',
    });
    expectFinding(judged(failed('reset', 'gone')), requirement, {
      ...untold,
      assertions: 0,
      remark: 'X.1: reset, gone',
    });
    for (const twin of [nothing({ id: 'T' }), exchange({ id: 'T', status: 500 })])
      expectFinding(judged(found(asked), { twin }), requirement, {
        ...untold,
        assertions: 0,
        remark: 'the values as they are stored do not find the study',
      });
  });
}
