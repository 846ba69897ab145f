import { RUN_FOLDER_VARIABLE } from '../../lib/run/run-folder-variable.ts';
import { registerScenarios } from './register-scenarios.ts';

const runFolder = process.env[RUN_FOLDER_VARIABLE];
if (!runFolder) throw new Error('run the scenarios with: dicomweb-harness conformance');
registerScenarios(runFolder);

// For each step that Playwright records, it would look for a source map of every frame of the stack: a tenth of the run.
Reflect.deleteProperty(Error, 'prepareStackTrace');
