// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// A checkout holds the sources and what builds them; the package holds the built program alone.
const checkout = join(import.meta.dirname, 'build/checkout.js');
try {
  const program = existsSync(checkout)
    ? await (await import(pathToFileURL(checkout).href)).programOf(import.meta.dirname)
    : pathToFileURL(join(import.meta.dirname, 'dist/main.js'));
  await import(program.href);
} catch (error) {
  process.stderr.write(`dicomweb-harness does not start: ${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 4;
}
