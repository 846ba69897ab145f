import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { referenceServerMatrix } from '../../lib/cli/reference-server-matrix.ts';
import { CODEC_PACKAGES } from '../../lib/pixels/decoders.ts';
import { optionalPackage } from '../../lib/pixels/optional-package.ts';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import type { FaultMatrix, PlayedFault } from '../../lib/run/fault-matrix.ts';
import { WITHOUT_KILLER } from '../../lib/run/without-killer.ts';
import { ofTheDay, PLAYS_ALL } from '../support/of-the-day.ts';
import { startScriptRunner } from './script-runner.ts';
import { replayedWithout, type ShownAgain, showAgain } from './shown-again.ts';

/** Faults that the report tells in more than one group, or by another breach first, and why. */
const TOLD_OTHERWISE: Readonly<Record<string, string>> = {
  'viewport-ignored': 'that a wrong viewport is not refused is a warning of its own: no size shows why',
};

/** Share of the faults that have to be named first, in one group. */
const NAMED_FIRST = 0.95;

/** Faults whose script cannot tell, and why. */
const NOT_SHOWN_BY_SCRIPT: Readonly<Record<string, string>> = {
  'single-part-store-lost': 'where it was looked for differs with the form of the store: replay shows it',
  'stores-at-once-lose-one': 'a script sends one store after the other',
  'stores-nothing-after-delete': 'a DELETE in another study sets it off, and the script of a lost store sends none',
};

/** Faults that the scenarios exercise; the others are for load and robustness. */
const EXERCISED = FAULTS.filter(({ scenarios }) => scenarios.length > 0);

/** Faults for which the replay on the server without them is not judged again, and why. */
const ONLY_WITH_THE_FAULT = 'the duty holds of something that only the server with the fault sends';
const NOT_JUDGED_WITHOUT_IT: Readonly<Record<string, string>> = {
  'bulkdata-in-fragments': 'what is stored compressed may come in several forms, and is not compared',
  'etag-of-every-type': ONLY_WITH_THE_FAULT,
  'metadata-pixels-as-numbers': ONLY_WITH_THE_FAULT,
  'metadata-value-beside-uri': ONLY_WITH_THE_FAULT,
  'report-rendered-as-picture': ONLY_WITH_THE_FAULT,
  'retrieve-located-elsewhere': ONLY_WITH_THE_FAULT,
  'store-response-with-warning-reason': ONLY_WITH_THE_FAULT,
};

/** The first fault of each kind of breach. */
const FIRST_OF_KIND = EXERCISED.filter(
  ({ breach }, index) => EXERCISED.findIndex((other) => other.breach === breach) === index,
);

/** Faults whose scripts are run: those of all would take a fifth of the time of all tests. */
const SCRIPTED = (PLAYS_ALL ? EXERCISED : ofTheDay(FIRST_OF_KIND, 70)).map(({ id }) => id);

const shown: ShownAgain[] = [];
/** What a replay says of each fault on the server without it. */
const replayed: Record<string, string> = {};

async function playAll(): Promise<FaultMatrix> {
  const scripts = startScriptRunner();
  let whole: PlayedFault | undefined;
  const isScripted = (fault: string | null) => fault !== null && SCRIPTED.includes(fault);
  try {
    return await referenceServerMatrix(
      EXERCISED.map(({ id }) => id),
      {
        keepsEvidence: isScripted,
        async onPlayed(played) {
          // The clean server is judged before any other.
          whole ??= played;
          if (played.fault !== null) replayed[played.fault] = replayedWithout(played, whole);
          if (isScripted(played.fault)) shown.push(await showAgain(played, scripts));
        },
      },
    );
  } finally {
    scripts.end();
  }
}

// Before the first test is declared: from then on Node's runner follows every promise, which takes a sixth of the time.
const matrix = await playAll();

describe('the matrix of faults and requirements', () => {
  test('every codec is installed: without one the reference server cannot decompress, and much below is red', () => {
    const missing = CODEC_PACKAGES.filter((name) => optionalPackage(name) === null);
    assert.deepEqual(missing, [], 'npm ci installs them');
  });

  test('has at least eighty faults', () => {
    assert.ok(EXERCISED.length >= 80, `only ${EXERCISED.length}`);
  });

  test('the server without a fault fails nothing and is warned of nothing', () => {
    const red = matrix.clean.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
    assert.deepEqual(red, []);
  });

  test('every fault is noticed', () => {
    const unnoticed = matrix.rows.filter(({ killed }) => killed.length === 0).map(({ fault }) => fault);
    assert.deepEqual(unnoticed, []);
  });

  test('every requirement that passes is turned red by a fault, or has a written reason', () => {
    assert.deepEqual(
      matrix.withoutKiller.filter((id) => !(id in WITHOUT_KILLER)),
      [],
    );
  });

  test('every written reason is still needed', () => {
    assert.deepEqual(
      Object.keys(WITHOUT_KILLER).filter((id) => !matrix.withoutKiller.includes(id)),
      [],
    );
  });

  test('the report of each fault names it first, in one group', () => {
    const off = matrix.rows.flatMap(({ fault, causes }) => {
      const expected = EXERCISED.find(({ id }) => id === fault)?.breach;
      // On a busy machine a search finds what was stored later than is granted.
      const told = causes.filter(({ code }) => code === expected || code !== 'stored-found-late');
      return told.length === 1 && told[0]?.code === expected ? [] : [fault];
    });
    assert.deepEqual(off.toSorted(), Object.keys(TOLD_OTHERWISE).toSorted());
    assert.ok(off.length <= (1 - NAMED_FIRST) * matrix.rows.length);
  });

  test('each fault is noticed by a requirement that it names', () => {
    const off = matrix.rows.flatMap(({ fault, killed }) => {
      const named = EXERCISED.find(({ id }) => id === fault)?.requirements ?? [];
      return killed.some(({ requirement }) => named.includes(requirement))
        ? []
        : [`${fault}: names ${named.join(' ')}, noticed by ${killed.map(({ requirement }) => requirement).join(' ')}`];
    });
    assert.deepEqual(off, []);
  });

  test('the script of a first finding says STILL BROKEN of the server with the fault', () => {
    const off = shown.filter(
      ({ fault, broken }) => !broken.startsWith('STILL BROKEN.') && !(fault in NOT_SHOWN_BY_SCRIPT),
    );
    assert.deepEqual(off, []);
    assert.equal(shown.length, SCRIPTED.length);
  });

  test('it says FIXED of the server without a fault, and leaves nothing there', () => {
    const off = shown.filter(
      ({ fault, clean, left }) => (!clean.startsWith('FIXED.') && !(fault in NOT_SHOWN_BY_SCRIPT)) || left,
    );
    assert.deepEqual(off, []);
  });

  test('what a script cannot show is still so', () => {
    const told = shown.filter(
      ({ fault, broken }) => fault in NOT_SHOWN_BY_SCRIPT && broken.startsWith('STILL BROKEN.'),
    );
    assert.deepEqual(told, []);
  });

  test('a replay on the server without a fault says FIXED of each first finding', () => {
    const off = Object.entries(replayed).flatMap(([fault, said]) => (said === 'fixed' ? [] : [fault]));
    assert.deepEqual(off.toSorted(), Object.keys(NOT_JUDGED_WITHOUT_IT).toSorted());
    assert.equal(Object.keys(replayed).length, EXERCISED.length);
  });
});
