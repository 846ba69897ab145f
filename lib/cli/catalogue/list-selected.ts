import { EXIT_CODES } from '../../errors/exit-codes.ts';
import type { LanguageOptions } from '../language-option.ts';
import { columns, outputWidth } from './columns.ts';
import { listing } from './listing.ts';

/** Prints the scenarios with the ids given, as `list scenarios` has them but for their requirements; the exit code. */
export function listSelected(
  ids: readonly string[],
  { json, lang = 'en' }: LanguageOptions & { readonly json?: boolean },
): number {
  const entries = listing('scenarios', {}, lang).filter(({ id }) => ids.includes(String(id)));
  if (json) process.stdout.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  else
    process.stdout.write(
      columns(
        entries.map(({ requirements: _, ...entry }) => entry),
        outputWidth(),
      ),
    );
  return EXIT_CODES.conformant;
}
