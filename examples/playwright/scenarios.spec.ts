import { scenarioTests } from 'dicomweb-harness/playwright';

// The harness's own scenarios, one test each.
scenarioTests('tutorial');
