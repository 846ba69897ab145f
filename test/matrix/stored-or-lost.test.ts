import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { type Ledger, remaining } from '../../lib/deletion/ledger.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { type Answer, type Route, textAnswer } from '../../lib/reference-server/message.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { STORE } from '../../scenarios/tutorial/store.ts';

const WINDOW_MS = 100;

/** What a store is answered, whatever was done with it. */
const WORDS: Readonly<Record<string, (answer: Answer) => Answer>> = {
  'a module': (answer) => answer,
  nothing: (answer) => ({ ...answer, status: 204, content: { kind: 'none' } }),
  text: () => textAnswer(201, 'stored'),
  xml: () => ({
    status: 202,
    headers: [],
    content: { kind: 'bytes', mediaType: 'text/xml', bytes: Buffer.from('<ok/>') },
  }),
};

/** The only resource by which a server shows what it holds. */
const ROUTES: Readonly<Record<string, (route: Route) => boolean>> = {
  instance: ({ operation, level }) => operation === 'retrieve' && level === 'instances',
  study: ({ operation, level }) => operation === 'retrieve' && level === 'studies',
  frames: ({ operation }) => operation === 'frames',
  'metadata of the series': ({ operation, level }) => operation === 'metadata' && level === 'series',
  'search for all instances': ({ operation, level, study }) =>
    operation === 'search' && level === 'instances' && !study,
  'search for studies': ({ operation, level }) => operation === 'search' && level === 'studies',
};

/** Stores the first instance on such a server, and gives back the findings and the ledger. */
async function storeOn(behaviour: Behaviour) {
  const server = await startServer({ behaviours: [behaviour] });
  let ledger: Ledger | undefined;
  const [first] = STORE;
  assert.ok(first);
  const scenario: Scenario = {
    ...first,
    play(context) {
      ledger = context.ledger;
      return first.play(context);
    },
  };
  try {
    const resolved = resolveTarget({ target: server.baseUrl, embedded: true }, {});
    const target = { ...resolved, profile: { ...resolved.profile, visibilityWindowMs: WINDOW_MS } };
    const dataset = tutorialDataset({ rows: 3, columns: 5 });
    const [record] = await playInProcess([scenario], target, dataset);
    assert.ok(record && ledger);
    const { instance } = dataset.roles.first;
    const codes = record.findings.flatMap(({ breaches }) => breaches.map(({ code }) => code));
    return { codes, isHeld: ledger.holds(instance), left: remaining(ledger).map((entry) => entry.state) };
  } finally {
    await server.close();
  }
}

for (const [words, answerTo] of Object.entries(WORDS)) {
  for (const [name, isShown] of Object.entries(ROUTES)) {
    test(`what a store answered with ${words} keeps is seen by ${name} alone`, async () => {
      const { codes, isHeld, left } = await storeOn({
        async handle(request, archive, next) {
          const answer = await next(request, archive);
          if (request.route.operation === 'store') return answerTo(answer);
          return isShown(request.route) ? answer : textAnswer(404, 'no such resource');
        },
      });
      assert.equal(isHeld, true);
      assert.deepEqual(left, ['observed']);
      assert.ok(!codes.includes('acknowledged-not-stored'), codes.join());
      assert.ok(!codes.includes('stored-not-found'), codes.join());
    });
  }

  test(`what a store answered with ${words} does not keep is lost, and stays in the ledger`, async () => {
    const { codes, isHeld, left } = await storeOn({
      async handle(request, archive, next) {
        const isStore = request.route.operation === 'store';
        const answer = await next(request, isStore ? archive.copy() : archive);
        return isStore ? answerTo(answer) : answer;
      },
    });
    assert.ok(codes.includes('acknowledged-not-stored'), codes.join());
    assert.equal(isHeld, false);
    assert.deepEqual(left, ['missing']);
  });
}

test('what is not kept is lost where nothing is answered 404, and every answer is empty', async () => {
  const { codes, left } = await storeOn({
    async handle(request, archive, next) {
      const { operation } = request.route;
      const isStore = operation === 'store';
      const answer = await next(request, isStore ? archive.copy() : archive);
      if (isStore) return textAnswer(200, 'an error of the database');
      return answer.status === 404 ? { status: 200, headers: [], content: emptyContent(operation) } : answer;
    },
  });
  assert.ok(codes.includes('acknowledged-not-stored'), codes.join());
  assert.ok(!codes.includes('stored-not-found'), codes.join());
  assert.deepEqual(left, ['missing']);
});

/** What an answer holds that is no 404 and has nothing: an empty list, no parts, or a part without bytes. */
function emptyContent(operation: Route['operation']): Answer['content'] {
  if (operation !== 'retrieve' && operation !== 'frames')
    return { kind: 'bytes', mediaType: 'application/dicom+json', bytes: Buffer.from('[]') };
  const parts = operation === 'frames' ? [{ headers: [], body: Buffer.alloc(0) }] : [];
  return { kind: 'multipart', rootType: 'application/dicom', parts };
}

test('what is refused and nowhere is no loss, and what an error kept all the same is held', async () => {
  const refusing = (status: number, isKept: boolean): Behaviour => ({
    async handle(request, archive, next) {
      if (request.route.operation !== 'store') return next(request, archive);
      if (isKept) await next(request, archive);
      return textAnswer(status, 'refused');
    },
  });
  const refused = await storeOn(refusing(400, false));
  assert.ok(!refused.codes.includes('acknowledged-not-stored'));
  assert.deepEqual([refused.isHeld, refused.left], [false, ['refused']]);
  const kept = await storeOn(refusing(500, true));
  assert.deepEqual([kept.isHeld, kept.left], [true, ['observed']]);
  assert.ok(kept.codes.includes('store-done-answered-failure'), kept.codes.join());
});
