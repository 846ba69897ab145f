import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { readResults } from '../../lib/results/read-results.ts';
import { smallStudy, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { redirectingTo, referenceServer } from './servers.ts';

/** The sentence of a run whose stores all come to nothing. */
async function sentenceAt(t: TestContext, target: string): Promise<string> {
  const out = join(temporaryFolder(t), 'run');
  const dataset = smallStudy(temporaryFolder(t));
  const ended = await programInProcess(['conformance', '--target', target, '--dataset', dataset, '--out', out]);
  assert.equal(ended.code, EXIT_CODES.notDecided, ended.stderr);
  const { sentence } = readResults(out).summary;
  assert.ok(ended.stdout.includes(sentence), ended.stdout);
  return sentence;
}

describe('what stands between the harness and the server is named where it is in the way', () => {
  test('requests as small as a gateway takes them', async (t) => {
    const sentence = await sentenceAt(t, await referenceServer(t, { bodyLimit: 100 }));
    assert.match(sentence, /none of the instances was stored \(T01\.1 was answered 413 /);
  });

  test('a redirect to another origin, where nothing is stored', async (t) => {
    const server = new URL(await referenceServer(t));
    for (const [status, way] of [
      [301, 'is not repeated after 301, which leads to'],
      [308, 'is not sent to'],
    ] as const) {
      const sentence = await sentenceAt(t, await redirectingTo(t, server.origin, status));
      assert.ok(sentence.includes(`(T01.1: POST ${way} ${server.origin}`), sentence);
      assert.match(sentence, /give the final URL/);
    }
  });
});
