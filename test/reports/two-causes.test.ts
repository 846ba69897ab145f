import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causesOf } from '../../lib/results/first-cause.ts';
import { SUITES } from '../../scenarios/suites.ts';
import { playFaults } from './play-fault.ts';

test('two defects of one answer are two causes', async () => {
  const results = await playFaults(SUITES.tutorial, ['part10-group-length-wrong', 'pixel-bit-flipped']);
  assert.deepEqual(
    causesOf(results)
      .map(({ lead }) => lead.finding.requirement)
      .sort(),
    ['STOW-032', 'WADO-RS-005'],
  );
});
