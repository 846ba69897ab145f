import { RUN_FOLDER_VARIABLE } from '../../lib/run/run-folder-variable.ts';
import { registerScenarios } from './register-scenarios.ts';

const runFolder = process.env[RUN_FOLDER_VARIABLE];
if (!runFolder) throw new Error('run the scenarios with: dicomweb-harness conformance');
registerScenarios(runFolder);
