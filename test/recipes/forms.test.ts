import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { CI_FILES, type CiName } from '../../lib/init/ci-files.ts';
import { azureComplaints } from './azure-complaints.ts';
import { githubComplaints } from './github-complaints.ts';
import { gitlabComplaints } from './gitlab-complaints.ts';
import { jenkinsComplaints } from './jenkins-complaints.ts';
import { recipeText } from './recipe-files.ts';

/** What a system has against a file of its own, told by name and text. */
type Complaints = (name: string, text: string) => readonly string[] | Promise<readonly string[]>;

/**
 * GitHub: its own parser of workflows and actions, from npm. GitLab: the schema of its editor, from npm as well. Azure: its
 * schema is in no package of npm, so rules know the keys, tasks and inputs that are used; by that schema, version 1.261.1,
 * the files were valid when the rules were written. Jenkins: there is no schema, and its linter is a part of a running
 * Jenkins, so rules look at the text. Shells: their own check of syntax.
 */
const SYSTEMS: Readonly<Record<CiName, Complaints>> = {
  github: githubComplaints,
  gitlab: (_, text) => gitlabComplaints(text),
  azure: (_, text) => azureComplaints(text),
  jenkins: (_, text) => jenkinsComplaints(text),
  shell: (_, text) => shellComplaints(text),
};

const RECIPES: readonly (readonly [CiName, string])[] = [
  ['github', 'github/action.yml'],
  ['github', 'github/orthanc.yml'],
  ['github', 'github/dcm4chee.yml'],
  ['gitlab', 'gitlab/component.yml'],
  ['azure', 'azure/azure-pipelines.yml'],
  ['jenkins', 'jenkins/Jenkinsfile'],
  ['shell', 'shell/conformance.sh'],
];

/** Mistakes in recipes and in files of `init`: what is replaced by what, and what is said of it. */
const BROKEN: readonly (readonly [CiName, string, string | RegExp, string, RegExp])[] = [
  ['github', 'github/action.yml', /shell: bash/g, 'shel: bash', /Unexpected value 'shel'/],
  ['github', 'github/action.yml', 'inputs.target }}', 'input.target }}', /Unrecognized named-value: 'input'/],
  ['github', 'github/orthanc.yml', 'timeout-minutes', 'timeout', /Unexpected value 'timeout'/],
  ['github', 'github/dcm4chee.yml', 'image: dcm4che/dcm4chee', 'images: dcm4che/dcm4chee', /Unexpected value 'images'/],
  ['github', 'init', 'runs-on: ubuntu-latest', 'run-on: ubuntu-latest', /Required property is missing: runs-on/],
  ['gitlab', 'gitlab/component.yml', '  script:', '  scripts:', /"additionalProperty":"scripts"/],
  [
    'gitlab',
    'gitlab/component.yml',
    'options: [fail',
    'options: fail #',
    /\/spec\/inputs\/fail-on\/options must be array/,
  ],
  ['gitlab', 'init', 'junit:', 'junits:', /"additionalProperty":"junits"/],
  ['azure', 'azure/azure-pipelines.yml', 'testResultsFiles', 'testResultFiles', /step 4: no key testResultFiles/],
  ['azure', 'azure/azure-pipelines.yml', 'NodeTool@0', 'NodeTool', /step 1: no task NodeTool/],
  ['azure', 'azure/azure-pipelines.yml', 'default: fail', 'default: fails', /fails is none of its values/],
  ['azure', 'init', '- script:', '- scripts:', /step 2 is of no kind/],
  ['azure', 'init', 'vmImage:', 'vm:', /pool: no key vm/],
  ['jenkins', 'jenkins/Jenkinsfile', 'post {', 'post', /\{\} do not match/],
  ['jenkins', 'init', 'steps {', 'step {', /no steps/],
  ['shell', 'shell/conformance.sh', '[@]}" tutorial', '[@]} tutorial', /unexpected EOF/],
  ['shell', 'init', '$(dirname "$0")', '$(dirname "$0"', /Syntax error/],
];

describe('each recipe has the form that its system asks for', () => {
  for (const [system, name] of RECIPES) {
    test(name, async () => assert.deepEqual(await SYSTEMS[system](name, recipeText(name)), []));
  }
});

describe('the pipelines of this project have the form that their system asks for', () => {
  const own = [
    ['github', '.github/workflows/ci.yml'],
    ['github', '.github/workflows/publish.yml'],
    ['github', '.github/workflows/machines.yml'],
    ['gitlab', '.gitlab-ci.yml'],
  ] as const;
  for (const [system, name] of own) {
    const text = readFileSync(join(PACKAGE_FOLDER, name), 'utf8');
    test(name, async () => assert.deepEqual(await SYSTEMS[system](name, text), []));
  }
});

describe('what init writes has the form that its system asks for', () => {
  for (const [system, complaints] of Object.entries(SYSTEMS)) {
    for (const variables of [[], ['DICOMWEB_USER', 'DICOMWEB_PASSWORD']]) {
      test(`${system} with ${variables.length} secrets`, async () => {
        const { path, text } = CI_FILES[system as CiName]({ variables });
        assert.deepEqual(await complaints(path, text), []);
      });
    }
  }
});

describe('a mistake is refused', () => {
  for (const [system, name, what, by, says] of BROKEN) {
    test(`${system}, ${name}: ${by}`, async () => {
      const right = name === 'init' ? CI_FILES[system]({ variables: ['A'] }).text : recipeText(name);
      const wrong = right.replace(what, by);
      assert.notEqual(wrong, right);
      assert.match((await SYSTEMS[system](name, wrong)).join('\n'), says);
    });
  }
});

function shellComplaints(text: string): readonly string[] {
  try {
    execFileSync(text.startsWith('#!/bin/sh') ? 'sh' : 'bash', ['-n'], { input: text, stdio: 'pipe' });
    return [];
  } catch (error) {
    return [String((error as { stderr?: Buffer }).stderr)];
  }
}
