import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { on } from '../../lib/reference-server/changes/answers.ts';
import { hole } from '../../lib/reference-server/holes/hole.ts';
import { startServer } from '../../lib/reference-server/listen.ts';
import { playInProcess } from '../../lib/run/in-process.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { CHALLENGE } from '../../scenarios/duties/challenge.ts';
import { TUTORIAL } from '../../scenarios/tutorial/index.ts';

const STORES = TUTORIAL.filter(({ service }) => service === 'store');

const OPEN: readonly (readonly [name: string, behaviours: readonly Behaviour[]])[] = [
  ['a server that needs no credentials', []],
  ['one that has no metadata either', [hole({ id: 'metadata', selects: on('metadata') }, '404')]],
];

for (const [name, behaviours] of OPEN) {
  test(`${name} claims no control of access, whoever sends it some`, async () => {
    const server = await startServer({ behaviours });
    try {
      const target = resolveTarget({ target: server.baseUrl, embedded: true }, { DICOMWEB_TOKEN: 'unused' });
      const played = await playInProcess([...STORES, CHALLENGE], target, tutorialDataset({ rows: 3, columns: 5 }));
      const challenge = played.find(({ id }) => id === 'challenge');
      assert.deepEqual([challenge?.verdict, challenge?.reason], ['incomplete', 'not-claimed']);
      assert.match(
        challenge?.findings.find(({ requirement }) => requirement === 'COMMON-022')?.remark ?? '',
        /without credentials/,
      );
    } finally {
      await server.close();
    }
  });
}
