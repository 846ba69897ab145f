import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { changeAnswer, on } from '../../lib/reference-server/changes/answers.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import type { Answer, Operation } from '../../lib/reference-server/message.ts';
import { playWithExchanges } from '../../lib/run/in-process.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { ofTheDay } from '../support/drawn.ts';

/** Services that answer with nothing in them, while all others are whole: what is stored is there, and can be seen. */
const HOLLOW: readonly Operation[] = ['search', 'metadata', 'retrieve', 'frames', 'bulkdata', 'rendered'];

/** All scenarios are played for each. */
const DRAWN = ofTheDay(HOLLOW, 1);

/** The same answer without content: an empty list, no parts, no bytes. */
function emptied(answer: Answer): Answer {
  const { content } = answer;
  if (answer.status !== 200) return answer;
  if (content.kind === 'json') return { ...answer, content: { ...content, value: [] } };
  if (content.kind === 'multipart') return { ...answer, content: { ...content, parts: [] } };
  return content.kind === 'bytes' ? { ...answer, content: { ...content, bytes: new Uint8Array(0) } } : answer;
}

/** Duties of an answer as such, which one without content can meet. */
const OF_ANY_ANSWER = /^(COMMON|QIDO-068|JSON-026|MP-00[125]$)/;

/**
 * What a judge passes by answers that hold nothing, as requirement and claim. A judge that stays green here would stay green
 * over any empty answer: none may.
 */
async function passedBy(operation: Operation): Promise<string[]> {
  const hollow: Behaviour = changeAnswer(on(operation), emptied);
  const server = await startServer({ behaviours: [hollow] });
  try {
    const target = resolveTarget({ target: server.baseUrl, embedded: true, timeoutMs: 20_000 }, {});
    const profile = { ...target.profile, visibilityWindowMs: 0 };
    const { scenarios, exchanges } = await playWithExchanges(
      SCENARIOS,
      { ...target, profile },
      tutorialDataset({ rows: 3, columns: 5 }),
    );
    const isHollow = new Map(
      exchanges.map((one) => [one.id, one.response?.status === 200 && isOf(operation, one.request)]),
    );
    return scenarios
      .flatMap(({ id, findings }) => findings.map((finding) => ({ id, ...finding })))
      .filter(({ verdict, exchanges: [first] }) => verdict === 'pass' && first !== undefined && isHollow.get(first))
      .filter(({ requirement }) => !OF_ANY_ANSWER.test(requirement))
      .map(({ id, requirement, claim }) => `${id} ${requirement}: ${claim}`);
  } finally {
    await server.close();
  }
}

function isOf(operation: Operation, { method, url }: { readonly method: string; readonly url: string }): boolean {
  const { pathname } = new URL(url);
  if (method !== 'GET') return false;
  if (operation === 'search') return /\/(studies|series|instances)$/.test(pathname);
  if (operation === 'retrieve') return /\/(studies|series|instances)\/[\d.]+$/.test(pathname);
  if (operation === 'frames') return /\/frames\/[^/]+$/.test(pathname);
  return new RegExp(`/${operation}(/.*)?$`).test(pathname);
}

describe('answers without content pass nothing', () => {
  for (const operation of DRAWN) {
    test(operation, async () => {
      assert.deepEqual([...new Set(await passedBy(operation))], []);
    });
  }
});
