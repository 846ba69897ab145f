import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causesOf } from '../../lib/results/first-cause.ts';
import { SUITES } from '../../scenarios/suites.ts';
import { playFaults } from './play-fault.ts';

/** A defect, and the duty that leads each cause that the report makes of it: what else it breaks follows from that. */
const LEADS: Readonly<Record<string, readonly string[]>> = {
  'fake-store': ['STOW-032'],
  'store-response-names-another-instance': ['STOW-016'],
  'fake-delete': ['DELETE-001'],
  'store-without-content-type': ['COMMON-017'],
  'store-damages-pixels': ['STOW-032'],
  'store-coerces-silently': ['STOW-032'],
  'part10-without-preamble': ['WADO-RS-005'],
  'boundary-not-in-body': ['MP-004'],
  'retrieve-without-boundary-parameter': ['MP-002'],
  'metadata-keys-in-lower-case': ['JSON-003'],
  'part10-truncated': ['WADO-RS-005'],
  'body-cut-in-half': ['MP-004'],
  'retrieve-single-part': ['MP-001'],
  'retrieve-answers-500': ['WADO-RS-001'],
  'metadata-not-utf8': ['JSON-002'],
  'metadata-gzip-undeclared': ['COMMON-019'],
  'patient-name-upper-cased': ['STOW-032'],
};

for (const [fault, leads] of Object.entries(LEADS)) {
  test(`${fault} is told by ${leads.join(' and ')}`, async () => {
    const results = await playFaults(SUITES.tutorial, [fault]);
    assert.deepEqual(
      causesOf(results).map(({ lead }) => lead.finding.requirement),
      leads,
    );
  });
}

test('two defects of one answer are two causes', async () => {
  const results = await playFaults(SUITES.tutorial, ['part10-group-length-wrong', 'pixel-bit-flipped']);
  assert.deepEqual(
    causesOf(results)
      .map(({ lead }) => lead.finding.requirement)
      .sort(),
    ['STOW-032', 'WADO-RS-005'],
  );
});
