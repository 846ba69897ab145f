import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { type Answer, textAnswer } from '../../lib/reference-server/message.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { withNeeded } from '../../lib/run/scenario.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';

/** Answers whoever shows no right token in a way of its own, in place of 401. */
function toStrangers(answer: () => Answer): Behaviour {
  const isStranger = ({ headers }: { headers: { authorization?: string | undefined } }) =>
    headers.authorization !== 'Bearer right';
  return {
    admits: isStranger,
    handle: async (request, archive, next) => (isStranger(request) ? answer() : next(request, archive)),
  };
}

const LIST: Answer['content'] = { kind: 'json', mediaType: 'application/dicom+json', value: [] };
const page = (html: string): Answer['content'] => ({
  kind: 'bytes',
  mediaType: 'text/html',
  bytes: Buffer.from(html),
});
let answers = 0;

/** Legal ways to keep strangers away (PS3.18 Table 8.5-1 lets a server hide what exists). */
const WAYS: readonly (readonly [name: string, answer: () => Answer])[] = [
  ['hides everything behind 404', () => textAnswer(404, 'nothing here')],
  ['refuses them with 403 and a number that is new each time', () => textAnswer(403, `case ${++answers}`)],
  ['sends them a page where they log in', () => ({ status: 200, headers: [], content: page('<html>log in') })],
  ['shows them empty lists', () => ({ status: 200, headers: [], content: LIST })],
];

for (const [name, answer] of WAYS) {
  test(`a server that ${name} is open to nobody`, async () => {
    const credentials = { kind: 'bearer', token: 'right' } as const;
    const server = await startServer({ credentials, behaviours: [toStrangers(answer)] });
    try {
      const target = resolveTarget({ target: server.baseUrl, embedded: true }, { DICOMWEB_TOKEN: 'right' });
      const played = await playInProcess(
        withNeeded(SCENARIOS, ['access', 'access-store']),
        target,
        tutorialDataset({ rows: 3, columns: 5 }),
      );
      const findings = played.flatMap((scenario) => scenario.findings);
      assert.deepEqual(
        findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn'),
        [],
      );
    } finally {
      await server.close();
    }
  });
}
