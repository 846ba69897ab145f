/** A program of a user that says what it expects of the types. */
export const TYPED_PROGRAM = `import { attributesOf, DicomWebClient, type Finding, judge, readResults, runConformance, runLoad, startReferenceServer } from 'dicomweb-harness';
import { defineConfig, expect, test } from 'dicomweb-harness/playwright';

const server = await startReferenceServer({ port: 0 });
const client: DicomWebClient = new DicomWebClient(server.baseUrl);
const exchange = await client.search({ level: 'studies' });
const findings: readonly Finding[] = judge('QIDO-001', exchange).findings;
const code: number = (await runConformance({ signal: AbortSignal.timeout(1) })).summary.exitCode;
const id: string = readResults('runs').run.id;
// @ts-expect-error a requirement that there is not
judge('QIDO-0001', exchange);
const [{ PatientName, StudyInstanceUID, NumberOfStudyRelatedInstances } = {}] = attributesOf(exchange);
const typed: readonly [string?, string?, number?] = [PatientName?.Alphabetic, StudyInstanceUID, NumberOfStudyRelatedInstances];
// @ts-expect-error a shape that there is not
await runLoad({ script: 'stow', shape: 'steep' });
// @ts-expect-error a level that there is not
await client.search({ level: 'patients' });
test('typed', async ({ dicomweb, study, target }) => {
  await expect(await dicomweb.retrieveStudy(study)).toConform('WADO-RS-001');
  // @ts-expect-error a requirement has a text for its id
  await expect(exchange).toConform(1);
  const base: string = target.baseUrl;
  console.log(base, findings, code, id, typed);
});
export default defineConfig({ use: { dicomwebTarget: null } });
`;
