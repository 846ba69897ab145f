import { ANY } from './findings/any.ts';
import { DELETE } from './findings/delete.ts';
import { HTTP } from './findings/http.ts';
import { DICOM_JSON } from './findings/json.ts';
import { MULTIPART } from './findings/multipart.ts';
import { RETRIEVE } from './findings/retrieve.ts';
import { SEARCH } from './findings/search.ts';
import { STANDARD } from './findings/standard.ts';
import { STORE } from './findings/store.ts';
import { TOLERANCE } from './findings/tolerance.ts';
import { LOADS } from './loads.ts';
import { PARTICULARS } from './particulars.ts';
import { RUNS } from './runs.ts';
import { filled, templateOf } from './template.ts';
import { UNTESTABLE } from './untestable.ts';

const FINDINGS = [HTTP, DICOM_JSON, MULTIPART, STORE, RETRIEVE, SEARCH, STANDARD, TOLERANCE, DELETE, ANY];

const SENTENCES: ReadonlyMap<string, string> = new Map(
  [RUNS, LOADS, ...FINDINGS, UNTESTABLE, PARTICULARS].flatMap((sentences) => Object.entries(sentences)),
);

/** Those of which most is fixed come first: `selects by a list of {key}` before `selects by {key}`. */
const TEMPLATES = [...SENTENCES]
  .filter(([english]) => english.includes('{'))
  .map(([english, japanese]) => ({ template: templateOf(english), japanese }))
  .sort((one, other) => other.template.fixed - one.template.fixed);

/** Longest text that is looked up: what is longer is a server's. */
const LONGEST = 2_000;

/**
 * A text that the harness wrote into the results, in Japanese; as it is where it is somebody else's. Remarks are several
 * sentences with semicolons between them, or a list of words, and may begin with the exchange or the status that they speak of.
 */
export function inJapanese(given: string): string {
  // Results of another version may lack it.
  const text = String(given);
  if (text.length > LONGEST) return text;
  const parts = text.split('; ');
  const told = parts.map(sentenceInJapanese);
  if (!told.includes(null)) return told.join('；');
  const whole = sentenceInJapanese(text) ?? listInJapanese(text);
  if (whole !== null) return whole;
  return told.some((part) => part !== null) ? told.map((part, index) => part ?? parts[index]).join('；') : text;
}

function listInJapanese(text: string): string | null {
  const listed = text.split(', ').map(sentenceInJapanese);
  return listed.includes(null) ? null : listed.join('、');
}

function sentenceInJapanese(text: string): string | null {
  const plain = SENTENCES.get(text);
  if (plain !== undefined) return plain;
  const [, about, rest] = /^(\d{3}|[\w-]+\.\d+): (.+)$/s.exec(text) ?? [];
  const told = rest === undefined ? null : sentenceInJapanese(rest);
  if (told !== null) return `${about}：${told}`;
  const ended = text.endsWith('.') ? sentenceInJapanese(text.slice(0, -1)) : null;
  if (ended !== null) return `${ended}。`;
  for (const { template, japanese } of TEMPLATES) {
    const particulars = template.match(text);
    if (particulars) return filled(japanese, (name) => inJapanese(particulars[name] ?? ''));
  }
  return null;
}
