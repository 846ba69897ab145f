/** What is done in a project, in words, and the command for it; `nobody` does it without leave to write there. */
export type Step = readonly [what: string, command: readonly string[], as?: 'nobody'];

/** How a package manager installs the tarball and runs what came with it. */
export interface Manager {
  /** What package.json has beside a name. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Files beside package.json. */
  readonly files?: Readonly<Record<string, string>>;
  readonly steps: (tarball: string) => readonly Step[];
}

const NODE_TEST = 'examples/node-test/dicomweb.test.mjs';
const PLAYWRIGHT = [
  'test',
  '--config',
  'examples/playwright/playwright.config.ts',
  '--grep',
  ' T04 |frames are|is found',
];
/** Where Playwright is a dependency of the project's own, which only npm and Yarn 1 do without. */
const PLAYWRIGHT_VERSION = '1.65.1';
const VITEST = '5.1.2';
const JEST = '30.5.2';

const npx = (tool: string, ...args: readonly string[]): readonly string[] => ['npx', '--yes', tool, ...args];

/** The same four uses by any manager: `run` is how it runs a binary of the project, `node` how it runs Node. */
function uses(run: readonly string[], node: readonly string[]): readonly Step[] {
  return [
    ['conformance', [...run, 'dicomweb-harness', 'conformance']],
    ['load', [...run, 'dicomweb-harness', 'load', 'stow', '--engine', 'embedded', '--duration', '1s', '--vus', '1']],
    ['node:test', [...node, '--test', NODE_TEST]],
    ['Playwright', [...run, 'playwright', ...PLAYWRIGHT]],
  ];
}

const PNPM = npx('pnpm@12');
const YARN_1 = npx('yarn@1.22.22');
const YARN_4 = npx('@yarnpkg/cli-dist@4');

function yarn4(linker: 'pnp' | 'node-modules'): Manager {
  return {
    files: {
      'yarn.lock': '',
      '.yarnrc.yml': `nodeLinker: ${linker}\nenableTelemetry: false\nenableImmutableInstalls: false\nenableGlobalCache: true\n`,
    },
    steps: (tarball) => [
      ['install', [...YARN_4, 'add', `dicomweb-harness@file:${tarball}`, `@playwright/test@${PLAYWRIGHT_VERSION}`]],
      ...uses([...YARN_4, 'run'], [...YARN_4, 'node']),
    ],
  };
}

export const MANAGERS: Readonly<Record<string, Manager>> = {
  npm: {
    steps: (tarball) => [
      ['install', ['npm', 'install', '--engine-strict', '--no-audit', '--no-fund', tarball]],
      ...uses(['npx', '--no-install'], ['node']),
      [
        'conformance by nobody in a folder that cannot be written to',
        ['node', 'node_modules/dicomweb-harness/bin.js', 'conformance', '--out', 'out'],
        'nobody',
      ],
    ],
  },
  pnpm: {
    steps: (tarball) => [
      ['install', [...PNPM, 'add', tarball, `@playwright/test@${PLAYWRIGHT_VERSION}`]],
      ...uses([...PNPM, 'exec'], ['node']),
    ],
  },
  'yarn-1': {
    steps: (tarball) => [['install', [...YARN_1, 'add', tarball]], ...uses([...YARN_1, '--silent', 'run'], ['node'])],
  },
  'yarn-4': yarn4('node-modules'),
  'yarn-4-pnp': yarn4('pnp'),
  runners: {
    manifest: { jest: { testMatch: ['**/*.test.mjs'], transform: {} } },
    steps: (tarball) => [
      ['install', ['npm', 'install', '--no-audit', '--no-fund', tarball, `vitest@${VITEST}`, `jest@${JEST}`]],
      ['Vitest', ['npx', '--no-install', 'vitest', 'run', 'examples/vitest']],
      ['Jest', ['node', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', 'examples/jest']],
    ],
  },
};
