import type { InitFile } from './file.ts';

/** What a CI file needs to know. */
export interface CiOptions {
  /** Variables that hold credentials, kept as secrets by the CI. */
  readonly variables: readonly string[];
}

/** Folder of the results in every CI file. */
const RESULTS = 'dicomweb-results';

/** Installs what the lock file of the project pins. */
const INSTALL = 'npm ci --no-audit --no-fund';

/** Plays what the configuration says, by the installed package: a name is never fetched from a registry. */
const PLAY = `npx --no-install dicomweb-harness conformance --out ${RESULTS}`;

/** The CI systems that `init` writes a file for. Each runs one command, shows JUnit where it can, and keeps the results. */
export const CI_FILES = {
  github: (options: CiOptions): InitFile => ({
    path: '.github/workflows/dicomweb.yml',
    text: `name: DICOMweb
on: [push, pull_request]
permissions:
  contents: read
jobs:
  conformance:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
        with:
          node-version: 22
      - run: ${INSTALL}
      - run: ${PLAY}
${environment(options, '        ', (name) => `\${{ secrets.${name} }}`)}      - if: always()
        run: cat ${RESULTS}/summary.md >> "$GITHUB_STEP_SUMMARY"
      - if: always()
        uses: actions/upload-artifact@v6
        with:
          name: ${RESULTS}
          path: ${RESULTS}
`,
  }),
  gitlab: (options: CiOptions): InitFile => ({
    path: '.gitlab-ci.yml',
    text: `${secrets(options, 'masked CI/CD variables')}dicomweb:
  image: node:22
  script:
    - ${INSTALL}
    - ${PLAY}
  artifacts:
    when: always
    paths:
      - ${RESULTS}
    reports:
      junit: ${RESULTS}/junit.xml
`,
  }),
  azure: (options: CiOptions): InitFile => ({
    path: 'azure-pipelines.yml',
    text: `${secrets(options, 'secret variables of the pipeline')}pool:
  vmImage: ubuntu-latest
steps:
  - task: NodeTool@0
    inputs:
      versionSpec: 22.x
  - script: ${INSTALL}
  - script: ${PLAY}
${environment(options, '    ', (name) => `$(${name})`)}  - task: PublishTestResults@2
    condition: always()
    inputs:
      testResultsFiles: ${RESULTS}/junit.xml
  - publish: ${RESULTS}
    artifact: ${RESULTS}
    condition: always()
`,
  }),
  jenkins: (options: CiOptions): InitFile => ({
    path: 'Jenkinsfile',
    text: `pipeline {
  agent { docker { image 'node:22' } }
${options.variables.length === 0 ? '' : `  environment {\n${options.variables.map((name) => `    ${name} = credentials('${name.toLowerCase().replaceAll('_', '-')}')\n`).join('')}  }\n`}  stages {
    stage('DICOMweb') {
      steps {
        sh 'rm -rf ${RESULTS}'
        sh '${INSTALL}'
        sh '${PLAY}'
      }
    }
  }
  post {
    always {
      junit '${RESULTS}/junit.xml'
      archiveArtifacts '${RESULTS}/**'
    }
  }
}
`,
  }),
  shell: (options: CiOptions): InitFile => ({
    path: 'dicomweb.sh',
    text: `#!/bin/sh
# Exits 0 where the server is conformant, 1 for findings, 2 to 5 where it could not be judged.
${secrets(options, 'variables of the environment')}set -eu
cd "$(dirname "$0")"
${INSTALL}
rm -rf ${RESULTS}
${PLAY}
`,
  }),
} as const satisfies Readonly<Record<string, (options: CiOptions) => InitFile>>;

export type CiName = keyof typeof CI_FILES;

function environment({ variables }: CiOptions, indent: string, value: (name: string) => string): string {
  if (variables.length === 0) return '';
  return `${indent}env:\n${variables.map((name) => `${indent}  ${name}: ${value(name)}\n`).join('')}`;
}

function secrets({ variables }: CiOptions, where: string): string {
  return variables.length === 0 ? '' : `# Set as ${where}: ${variables.join(', ')}\n`;
}
