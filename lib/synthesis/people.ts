import type { Faker } from '@faker-js/faker';
import { faker as arabic } from '@faker-js/faker/locale/ar';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as spanish } from '@faker-js/faker/locale/es';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as russian } from '@faker-js/faker/locale/ru';
import { between, pick, type Random } from '../../load/shared/random.ts';
import { type CharacterSet, canEncode } from './character-set.ts';
import { CHINESE, JAPANESE, KOREAN, type MatchedNames, matchedPersonName } from './matched-names.ts';

/** A person that does not exist. */
export interface Person {
  readonly locale: string;
  /** Value of Patient's Name: components joined by `^`, component groups by `=` (PS3.5 section 6.2.1). */
  readonly name: string;
  /** The character set in which that name is written. */
  readonly characterSet: CharacterSet;
  readonly sex: 'F' | 'M';
  /** DA value. */
  readonly birthDate: string;
}

interface Language {
  readonly locale: string;
  readonly preferred: CharacterSet;
  readonly name: (random: Random, sex: 'F' | 'M') => string;
}

const LANGUAGES: readonly Language[] = [
  fakerLanguage('en', english, 'ISO_IR 100'),
  fakerLanguage('de', german, 'ISO_IR 100'),
  fakerLanguage('fr', french, 'ISO_IR 100'),
  fakerLanguage('es', spanish, 'ISO_IR 100'),
  fakerLanguage('pl', polish, 'ISO_IR 192'),
  fakerLanguage('ru', russian, 'ISO_IR 144'),
  fakerLanguage('ar', arabic, 'ISO_IR 192'),
  matchedLanguage('ja', JAPANESE),
  matchedLanguage('ko', KOREAN),
  matchedLanguage('zh', CHINESE),
];

/** Locales of the people made here. */
export const LOCALES: readonly string[] = LANGUAGES.map((language) => language.locale);

/** People without end, depending on nothing but the stream of random numbers; every locale comes up. */
export function person(random: Random): Person {
  const language = pick(random, LANGUAGES);
  const sex = random() < 0.5 ? 'F' : 'M';
  const name = language.name(random, sex);
  return {
    locale: language.locale,
    name,
    characterSet: canEncode(name, language.preferred) ? language.preferred : 'ISO_IR 192',
    sex,
    birthDate: `${between(random, 1930, 2015)}${two(between(random, 1, 12))}${two(between(random, 1, 28))}`,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function matchedLanguage(locale: string, names: MatchedNames): Language {
  return {
    locale,
    preferred: 'ISO_IR 192',
    name: (random, sex) =>
      matchedPersonName(pick(random, names.family), pick(random, sex === 'F' ? names.female : names.male)),
  };
}

function fakerLanguage(locale: string, faker: Faker, preferred: CharacterSet): Language {
  return {
    locale,
    preferred,
    name(random, sex) {
      faker.seed(Math.floor(random() * 2 ** 32));
      const gender = sex === 'F' ? 'female' : 'male';
      return `${component(faker.person.lastName(gender))}^${component(faker.person.firstName(gender))}`;
    },
  };
}

/** A component without the characters that have a meaning in a PN value, and short enough for it (PS3.5 Table 6.2-1). */
function component(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\\^=\p{C}]/gu, '')
    .slice(0, 30);
}
