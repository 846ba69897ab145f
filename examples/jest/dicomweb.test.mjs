// NODE_OPTIONS=--experimental-vm-modules npx jest --testMatch '**/*.test.mjs'
import { runConformance } from 'dicomweb-harness';

test('the server conforms in what the tutorial asks', async () => {
  // target: your server's URL; without one, the embedded reference server is judged.
  const target = process.env.DICOMWEB_TARGET;
  const { summary } = await runConformance({ suites: ['tutorial'], ...(target ? { target } : {}) });
  expect(summary).toMatchObject({ verdict: 'conformant', exitCode: 0 });
}, 120_000);
