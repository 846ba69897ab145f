import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fresh, load } from './program.ts';
import { refusal } from './refusal.ts';

test('bad input is refused with exit code 2 and a word on what to do', async () => {
  const used = fresh();
  mkdirSync(used);
  writeFileSync(join(used, 'mine'), '');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /missing required argument/],
    [['fly'], /Allowed choices are stow, wado/],
    [['stow', '--shape', 'round'], /Allowed choices are smoke/],
    [['stow', '--vus', '0'], /whole number from 1/],
    [['stow', '--vus', '1.5'], /whole number/],
    [['stow', '--rate', 'fast'], /number from/],
    [['stow', '--duration', 'soon'], /no duration/],
    [['stow', '--duration', '10ms'], /from one second to 30 days/],
    [['stow', '--size', '1TB'], /size/],
    [['stow', '--mix', 'XX:1'], /no modality/],
    [['mixed', '--proportions', 'store:1'], /weights above 0 are needed for store, retrieve, search/],
    [['mixed', '--proportions', 'store:1,retrieve:0,search:1'], /weights above 0/],
    [['stow', '--mix', 'CT:1,CT:2'], /twice/],
    [['stow', '--threshold', 'store_duration'], /names no metric/],
    [['stow', '--threshold', 'store_duration: fast'], /no threshold/],
    [['stow', '--sample', '2'], /number from 0 to 1/],
    [['stow', '--engine', 'k6'], /k6 was not found/],
    [['stow', '--engine', 'auto', '--out', used], /not empty/],
    [['stow', '--wrong'], /unknown option/],
    [['stow', '--target', 'archive'], /absolute URL/],
    [['stow', '--target', ''], /absolute URL/],
    [['stow', '--profile', 'nobody'], /nobody/],
    [['durability', '--rate', '5'], /cannot run at a --rate/],
    [['durability', '--instances', '3', '--instances-per-request', '4'], /less than the 4 instances of one request/],
    [['delete', '--target', 'http://127.0.0.1:9'], /needs --ledger/],
    [['delete', '--target', 'http://127.0.0.1:9', '--ledger', join(used, 'none')], /does not exist/],
    [['delete', '--target', 'http://127.0.0.1:9', '--ledger', join(used, 'mine')], /it names no study/],
    [['delete', '--target', 'http://127.0.0.1:9', '--ledger', 'package.json'], /"\{" is no UID/],
    [['stow', '--out', '/proc/self/made-by-a-test'], /cannot be made/],
    [['stow', '--kubernetes', fresh()], /needs --target/],
    [['merge', used], /results\.json|no run/i],
  ];
  for (const [args, says] of cases) {
    const { usage, said } = await refusal(args);
    assert.ok(usage, args.join(' '));
    assert.match(said, says, args.join(' '));
  }
  const { status, stderr } = await load(['stow', '--vus', '0']);
  assert.equal(status, 2);
  assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace is nothing for a user');
});

test('what is found as k6 and is none is refused', async () => {
  const { usage, said } = await refusal(['stow', '--out', fresh()], { K6_BIN: '/bin/true' });
  assert.ok(usage);
  assert.match(said, /does not say that it is k6/);
});
