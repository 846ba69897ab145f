import { scenarios, test } from 'dicomweb-harness/playwright';

// The harness's own scenarios, one test each.
for (const { title, details, play } of scenarios('tutorial')) test(title, details, play);
