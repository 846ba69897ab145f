import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFrom } from '../../lib/portable/random.ts';
import { canEncode, encodeText } from '../../lib/synthesis/character-set.ts';
import { type Person, person } from '../../lib/synthesis/people.ts';

const random = randomFrom(21);
const people: readonly Person[] = Array.from({ length: 3000 }, () => person(random));
const of = (locale: string): readonly Person[] => people.filter((one) => one.locale === locale);
/** As the WHATWG Encoding Standard names the repertoires. */
const DECODERS = { 'ISO_IR 100': 'iso-8859-1', 'ISO_IR 144': 'iso-8859-5', 'ISO_IR 192': 'utf-8' } as const;

test('every locale comes up', () => {
  const locales = new Set(people.map(({ locale }) => locale));
  assert.deepEqual([...locales].sort(), ['ar', 'de', 'en', 'es', 'fr', 'ja', 'ko', 'pl', 'ru', 'zh']);
  for (const locale of locales) assert.ok(of(locale).length > 100, `${locale}: ${of(locale).length}`);
});

test('a name is a PN value: at most three groups of five components, 64 characters a group (PS3.5 Table 6.2-1)', () => {
  for (const { name } of people) {
    const groups = name.split('=');
    assert.ok(groups.length <= 3, name);
    for (const group of groups) {
      assert.ok([...group].length <= 64, name);
      assert.equal(group.split('^').length, 2, name);
      assert.doesNotMatch(group, /[\\\p{C}]/u);
      assert.ok(
        group.split('^').every((component) => component.trim() !== ''),
        name,
      );
    }
  }
});

test('a name is written in the character set that it names, and reads back from its bytes', () => {
  const seen = new Set<string>();
  for (const { name, characterSet } of people) {
    seen.add(characterSet);
    const decoded = new TextDecoder(DECODERS[characterSet], { fatal: true }).decode(encodeText(name, characterSet));
    assert.equal(decoded, name);
  }
  assert.deepEqual([...seen].sort(), ['ISO_IR 100', 'ISO_IR 144', 'ISO_IR 192']);
});

test('a character set refuses what is not in it', () => {
  assert.equal(canEncode('Müller', 'ISO_IR 100'), true);
  assert.equal(canEncode('Łukasz', 'ISO_IR 100'), false);
  assert.equal(canEncode('Ёлкин', 'ISO_IR 144'), true);
  assert.equal(canEncode('Müller', 'ISO_IR 144'), false);
  assert.throws(() => encodeText('山田', 'ISO_IR 100'), RangeError);
});

test('Japanese and Korean names have three matching groups, each in its own script (PS3.5 section 6.2.1.2)', () => {
  const scripts = {
    ja: /^[A-Za-z]+\^[A-Za-z]+=\p{Script=Han}+\^\p{Script=Han}+=\p{Script=Hiragana}+\^\p{Script=Hiragana}+$/u,
    ko: /^[A-Za-z]+\^[A-Za-z]+=\p{Script=Han}+\^\p{Script=Han}+=\p{Script=Hangul}+\^\p{Script=Hangul}+$/u,
    zh: /^[A-Za-z]+\^[A-Za-z]+=\p{Script=Han}+\^\p{Script=Han}+$/u,
  };
  for (const [locale, script] of Object.entries(scripts)) {
    for (const { name } of of(locale)) assert.match(name, script);
  }
});

test('one romanised family name always goes with one ideographic and one phonetic form', () => {
  for (const locale of ['ja', 'ko']) {
    const forms = new Map<string, string>();
    for (const { name } of of(locale)) {
      const [alphabetic = '', ...rest] = name.split('=').map((group) => group.split('^')[0] ?? '');
      assert.equal(forms.get(alphabetic) ?? rest.join(), rest.join(), alphabetic);
      forms.set(alphabetic, rest.join());
    }
    assert.ok(forms.size >= 10);
  }
});

test('the same seed makes the same people', () => {
  const [one, two] = [randomFrom(5), randomFrom(5)];
  for (let count = 0; count < 200; count++) assert.deepEqual(person(one), person(two));
});
