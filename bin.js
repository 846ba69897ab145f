#!/usr/bin/env node
import { existsSync } from 'node:fs';

// The package carries built code; a checkout runs from source.
const built = new URL('./dist/lib/cli/main.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL('./lib/cli/main.ts', import.meta.url).href);
}
