import type { StoredInstance } from '../dicom/instance.ts';
import { text } from '../dicom/values.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Finding } from '../results/finding.ts';
import { assess } from './assess.ts';
import { dicomParts } from './dicom-parts.ts';
import { holdsDicomJson, jsonBodyOf } from './json-body.ts';
import { attributeOf, firstText } from './json-data-set.ts';
import { completeResponse, statusLine } from './response.ts';
import { UID_TAGS } from './search-attributes.ts';
import { sightOf } from './sight.ts';
import { tagName } from './wording.ts';

const INSTANCE_NUMBER = '00200013';

/** The Instance Number that an answer gives an instance; null where it gives none. */
function numberIn({ response }: Exchange, { instance }: StoredInstance): string | null {
  if (!response) return null;
  const said = holdsDicomJson(response) ? inJson(response, instance) : inFiles(response, instance);
  return said === null || said.trim() === '' ? null : String(Number(said));
}

type Response = NonNullable<Exchange['response']>;

function inJson(response: Response, instance: string): string | null {
  const dataSet = jsonBodyOf(response).dataSets.find((one) => firstText(one, UID_TAGS.instance) === instance);
  const [value] = (dataSet && attributeOf(dataSet, INSTANCE_NUMBER)?.values) ?? [];
  if (value?.kind === 'number') return value.text;
  return value?.kind === 'string' ? value.value : null;
}

function inFiles(response: Response, instance: string): string | null {
  for (const part of dicomParts(response)) {
    if (!('error' in part) && part.instance === instance) return text(part.file.dataSet, INSTANCE_NUMBER);
  }
  return null;
}

/** Whether all answers that give an instance a number give it the same. */
export function sayTheSame(looks: readonly Exchange[], instance: StoredInstance): boolean {
  return new Set(looks.flatMap((look) => numberIn(look, instance) ?? [])).size === 1;
}

/**
 * STOW-030: whatever comes of other content under a known SOP Instance UID, search, metadata and retrieve agree on it.
 * `before` shows the instance as it was stored first, `looks` what is there afterwards; what was sent has another number.
 */
export function servicesAgree(
  again: Exchange,
  stored: StoredInstance,
  before: Exchange,
  looks: readonly Exchange[],
): Finding {
  const claim = 'tells one content everywhere after another one was sent for it';
  return assess('STOW-030', claim, [...looks, again, before], (a) => {
    const response = completeResponse(again, a);
    if (!response) return;
    if (sightOf(before, stored) !== 'shown') {
      a.cannot('prerequisite-failed', `${before.id} does not show what was stored first`);
      return;
    }
    for (const look of looks) {
      const sight = sightOf(look, stored);
      if (sight === 'unclear') a.cannot('prerequisite-failed', `${look.id} does not tell what is there`);
      else {
        a.must(sight === 'shown', () => ({
          expected: `${stored.instance} in ${look.operation} (${look.id}), one way or the other`,
          actual: look.response ? statusLine(look.response) : 'no answer',
          where: { kind: 'exchange' },
        }));
      }
    }
    const said = looks.flatMap((look) => {
      const number = numberIn(look, stored);
      return number === null ? [] : [{ look, number }];
    });
    if (said.length < 2) {
      a.cannot('prerequisite-failed', `hardly an answer has ${tagName(INSTANCE_NUMBER)}, by which the contents differ`);
      return;
    }
    const isSame = sayTheSame(looks, stored);
    a.must(isSame, () => ({
      expected: `one ${tagName(INSTANCE_NUMBER)} everywhere`,
      actual: said.map(({ look, number }) => `${number} in ${look.operation} (${look.id})`).join(', '),
      where: { kind: 'exchange' },
    }));
    const which = said[0]?.number === numberOf(stored) ? 'the first' : 'the second';
    a.remark(`the second store was answered ${statusLine(response)}${isSame ? `, ${which} content is there` : ''}`);
  });
}

function numberOf({ dataSet }: StoredInstance): string {
  return String(Number(text(dataSet, INSTANCE_NUMBER)));
}
