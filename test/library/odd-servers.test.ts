import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { DicomWebClient } from '../../lib/library/client.ts';
import { judge, judgeExchange } from '../../lib/library/judge.ts';
import { storeStudy } from '../../lib/library/stored-study.ts';
import { ODD_SERVERS } from '../../lib/reference-server/odd/index.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { ofTheDay } from '../support/drawn.ts';
import { SMALL } from './small.ts';

test('no exchange of a legal but unusual server fails', async () => {
  for (const { id } of ofTheDay(ODD_SERVERS, 20)) {
    const server = await startReferenceServer({ odd: id });
    const client = new DicomWebClient(server.baseUrl);
    try {
      const study = await storeStudy(client, tutorialDataset(SMALL));
      const { sample: target } = study;
      await client.retrieveStudy(study);
      await client.retrieveSeries({ study: target.study, series: target.series });
      await client.retrieveInstance(target);
      await client.retrieveMetadata(study);
      await client.retrieveFrames(target, [1]);
      await client.search({ level: 'studies' }, [['StudyInstanceUID', study.study]]);
      await client.search({ level: 'instances', study: study.study });
      const failed = client.exchanges
        .flatMap((exchange) => judgeExchange(exchange))
        .filter(({ verdict }) => verdict === 'fail');
      assert.deepEqual(
        failed.map(({ requirement, breaches }) => `${id}: ${requirement} ${breaches.map(({ code }) => code)}`),
        [],
      );
      assert.ok(
        client.exchanges.some((exchange) => judge('WADO-RS-001', exchange).verdict === 'pass'),
        id,
      );
    } finally {
      client.close();
      await server.close();
    }
  }
});
