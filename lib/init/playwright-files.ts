import type { Answers } from './config-file.ts';
import type { InitFile } from './file.ts';

/** A project of Playwright Test with scenarios of one's own beside those of the harness. */
export function playwrightFiles({ target, profile }: Pick<Answers, 'target' | 'profile'>, version: string): InitFile[] {
  const url =
    target === '' ? 'process.env.DICOMWEB_TARGET' : `process.env.DICOMWEB_TARGET ?? ${JSON.stringify(target)}`;
  return [
    {
      path: 'playwright.config.ts',
      text: `import { defineConfig } from 'dicomweb-harness/playwright';

// Without a target each worker starts a reference server. Credentials come from the environment.
const target = ${url};

export default defineConfig({
  testDir: 'dicomweb',
  fullyParallel: true,
  use: { dicomwebTarget: target ? { baseUrl: target, profile: ${JSON.stringify(profile)} } : null },
});
`,
    },
    {
      path: 'dicomweb/own.spec.ts',
      text: `import { expect, test } from 'dicomweb-harness/playwright';

test('a study comes back as it was stored', async ({ dicomweb, study }) => {
  const exchange = await dicomweb.retrieveStudy(study);
  await expect(exchange).toConform('WADO-RS-001');
});
`,
    },
    {
      path: 'dicomweb/tutorial.spec.ts',
      text: `import { scenarios, test } from 'dicomweb-harness/playwright';

// The harness's own scenarios, one test each.
for (const { title, details, play } of scenarios('tutorial')) test(title, details, play);
`,
    },
    {
      path: 'package.json',
      text: `${JSON.stringify(
        {
          private: true,
          type: 'module',
          scripts: { test: 'playwright test' },
          // A file, since the name is in no registry yet: npm would fetch what others put there.
          devDependencies: { 'dicomweb-harness': `file:dicomweb-harness-${version}.tgz` },
        },
        null,
        2,
      )}\n`,
    },
  ];
}
