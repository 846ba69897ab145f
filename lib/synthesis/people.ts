import type { Faker } from '@faker-js/faker';
import { faker as arabic } from '@faker-js/faker/locale/ar';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as spanish } from '@faker-js/faker/locale/es';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as russian } from '@faker-js/faker/locale/ru';
import { between, pick, type Random } from '../portable/random.ts';
import { type CharacterSet, canEncode } from './character-set.ts';
import { CHINESE, JAPANESE, KOREAN, type MatchedName, type MatchedNames } from './matched-names.ts';

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
  /** Character set of the names that can be written in it; the others are in ISO_IR 192. */
  readonly preferred: CharacterSet;
  readonly names: () => MatchedNames;
}

const LANGUAGES: readonly Language[] = [
  { locale: 'en', preferred: 'ISO_IR 100', names: fakerNames(english) },
  { locale: 'de', preferred: 'ISO_IR 100', names: fakerNames(german) },
  { locale: 'fr', preferred: 'ISO_IR 100', names: fakerNames(french) },
  { locale: 'es', preferred: 'ISO_IR 100', names: fakerNames(spanish) },
  { locale: 'pl', preferred: 'ISO_IR 192', names: fakerNames(polish) },
  { locale: 'ru', preferred: 'ISO_IR 144', names: fakerNames(russian) },
  { locale: 'ar', preferred: 'ISO_IR 192', names: fakerNames(arabic) },
  { locale: 'ja', preferred: 'ISO_IR 192', names: () => JAPANESE },
  { locale: 'ko', preferred: 'ISO_IR 192', names: () => KOREAN },
  { locale: 'zh', preferred: 'ISO_IR 192', names: () => CHINESE },
];

/** People without end, depending on nothing but the stream of random numbers; every locale comes up. */
export function person(random: Random): Person {
  const language = pick(random, LANGUAGES);
  const names = language.names();
  const sex = random() < 0.5 ? 'F' : 'M';
  const name = personName(pick(random, names.family), pick(random, sex === 'F' ? names.female : names.male));
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

/** The value of a PN element: family and given name, in as many component groups as both are known in. */
function personName(family: MatchedName, given: MatchedName): string {
  const groups = [`${family.alphabetic}^${given.alphabetic}`];
  if (family.ideographic && given.ideographic) groups.push(`${family.ideographic}^${given.ideographic}`);
  if (family.phonetic && given.phonetic) groups.push(`${family.phonetic}^${given.phonetic}`);
  return groups.join('=');
}

const NAMES = 300;
const SEED = 1;

/** Names that faker knows of a language: drawn once, when the first is needed, and the same in every process. */
function fakerNames(faker: Faker): () => MatchedNames {
  let names: MatchedNames | undefined;
  return () => {
    names ??= drawNames(faker);
    return names;
  };
}

function drawNames(faker: Faker): MatchedNames {
  faker.seed(SEED);
  const draw = (name: () => string): MatchedName[] =>
    Array.from({ length: NAMES }, () => ({ alphabetic: component(name()) }));
  return {
    family: draw(() => faker.person.lastName()),
    female: draw(() => faker.person.firstName('female')),
    male: draw(() => faker.person.firstName('male')),
  };
}

/** A component without the characters that have a meaning in a PN value, and short enough for it (PS3.5 Table 6.2-1). */
function component(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\\^=\p{C}]/gu, '')
    .slice(0, 30);
}
