import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { conformanceCommand } from '../../lib/cli/conformance.ts';
import { loadCommand } from '../../lib/cli/load.ts';
import schema from '../../lib/config/config.schema.json' with { type: 'json' };
import { givenSettings } from '../../lib/config/given.ts';
import { readConfig } from '../../lib/config/read-config.ts';
import { SETTINGS } from '../../lib/config/settings.ts';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { writeInitFiles } from '../../lib/init/write-files.ts';
import { SUITE_NAMES } from '../../scenarios/suite-names.ts';
import { temporaryFolder } from '../cli/program.ts';
import { settingRows } from './settings-table.ts';

const DOCUMENTATION = readFileSync(join(PACKAGE_FOLDER, 'docs/configuration.md'), 'utf8');

test('the documentation has every setting, with its flag and its variable', () => {
  assert.ok(DOCUMENTATION.includes(settingRows().join('\n')), `write there:\n${settingRows().join('\n')}`);
});

test('the example in the documentation is a configuration', async (t) => {
  const folder = temporaryFolder(t);
  const text = /```json\n([\s\S]*?)```/.exec(DOCUMENTATION)?.[1] ?? '';
  writeInitFiles(folder, [{ path: 'dicomweb-harness.config.json', text }], false);
  assert.ok(givenSettings(await readConfig(undefined, folder), {}).length >= 10);
});

test('what the schema takes for a setting is what its flag takes', () => {
  const options = [conformanceCommand(), loadCommand()].flatMap((command) => command.options);
  for (const { path, flag } of SETTINGS) {
    const node = path.reduce<unknown>(
      (at, name) => (at as { properties: Record<string, unknown> }).properties[name],
      schema,
    );
    const { enum: allowed, items } = node as {
      readonly enum?: readonly string[];
      readonly items?: { readonly enum?: readonly string[] };
    };
    const values = allowed ?? items?.enum;
    if (values === undefined) continue;
    const choices = flag === 'suites' ? SUITE_NAMES : options.find(({ long }) => long === `--${flag}`)?.argChoices;
    if (choices) assert.deepEqual(values, choices, flag);
  }
});
