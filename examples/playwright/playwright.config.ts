// npx playwright test
import { defineConfig } from 'dicomweb-harness/playwright';

export default defineConfig({
  fullyParallel: true,
  use: {
    // Your server; null starts a reference server. Credentials come from the environment.
    dicomwebTarget: process.env.DICOMWEB_TARGET ? { baseUrl: process.env.DICOMWEB_TARGET, profile: 'standard' } : null,
  },
});
