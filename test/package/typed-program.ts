/** A program of a user that says what it expects of the types. */
export const TYPED_PROGRAM = `import { DicomWebClient, type Finding, judge, readResults, runConformance, startReferenceServer } from 'dicomweb-harness';
import { defineConfig, expect, test } from 'dicomweb-harness/playwright';

const server = await startReferenceServer({ port: 0 });
const client: DicomWebClient = new DicomWebClient(server.baseUrl);
const exchange = await client.search({ level: 'studies' });
const findings: readonly Finding[] = judge('QIDO-001', exchange).findings;
const code: number = (await runConformance({ signal: AbortSignal.timeout(1) })).summary.exitCode;
const id: string = readResults('runs').run.id;
// @ts-expect-error a level that there is not
await client.search({ level: 'patients' });
test('typed', async ({ dicomweb, study, target }) => {
  await expect(await dicomweb.retrieveStudy(study)).toConform('WADO-RS-001');
  // @ts-expect-error a requirement has a text for its id
  await expect(exchange).toConform(1);
  const base: string = target.baseUrl;
  console.log(base, findings, code, id);
});
export default defineConfig({ use: { dicomwebTarget: null } });
`;
