#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// A checkout runs from its sources even where an older build lies beside them; the package carries built code alone.
const source = new URL('./lib/cli/main.ts', import.meta.url);
if (existsSync(source)) {
  // The loader would go by a tsconfig.json of the folder that the program is started in.
  process.env.TSX_TSCONFIG_PATH = fileURLToPath(new URL('./tsconfig.json', import.meta.url));
  const { register } = await import('tsx/esm/api');
  register();
  await import(source.href);
} else {
  await import(new URL('./dist/lib/cli/main.js', import.meta.url).href);
}
