// npx vitest run
import { DicomWebClient, startReferenceServer, storeStudy, toConform } from 'dicomweb-harness';
import { expect, test } from 'vitest';

expect.extend({ toConform });
declare module 'vitest' {
  interface Matchers<T> {
    toConform(requirement: string): T;
  }
}

test('metadata describes what was stored', async () => {
  // Your server's URL in its place; credentials come from the environment.
  const server = await startReferenceServer();
  const dicomweb = new DicomWebClient(process.env.DICOMWEB_TARGET ?? server.baseUrl);
  try {
    const study = await storeStudy(dicomweb);
    expect(await dicomweb.retrieveMetadata(study)).toConform('WADO-RS-030');
    expect(await study.remove()).toEqual([]);
  } finally {
    dicomweb.close();
    await server.close();
  }
});
