import { Option } from 'commander';
import { LANGUAGES, type Language } from '../../reports/words/language.ts';

/** What `--lang` chose; absent where it was not given: text is English then, and pages open in the browser's language. */
export interface LanguageOptions {
  readonly lang?: Language;
}

/** The flag `--lang`, the same for every command that writes reports. */
export function languageOption(): Option {
  return new Option(
    '--lang <language>',
    'language of the reports; default: English, and pages in that of the browser',
  ).choices([...LANGUAGES]);
}
