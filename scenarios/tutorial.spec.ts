import { RUN_FOLDER_VARIABLE } from '../lib/run/playwright.ts';
import { registerScenarios } from './register-scenarios.ts';
import { TUTORIAL } from './tutorial/index.ts';

const runFolder = process.env[RUN_FOLDER_VARIABLE];
if (!runFolder) throw new Error('run the scenarios with: dicomweb-harness conformance');
registerScenarios(TUTORIAL, runFolder);
