// npx vitest run
import { DicomWebClient, inWords, judge, startReferenceServer, storeStudy } from 'dicomweb-harness';
import { expect, test } from 'vitest';

test('metadata describes what was stored', async () => {
  // Your server's URL in its place; credentials come from the environment.
  const server = await startReferenceServer();
  const dicomweb = new DicomWebClient(process.env.DICOMWEB_URL ?? server.baseUrl);
  try {
    const study = await storeStudy(dicomweb);
    const exchange = await dicomweb.retrieveMetadata(study);
    const judgement = judge('WADO-RS-030', exchange);
    expect(judgement.verdict, inWords(judgement, exchange)).toBe('pass');
    expect(await study.remove()).toEqual([]);
  } finally {
    dicomweb.close();
    await server.close();
  }
});
