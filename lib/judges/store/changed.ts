import { dicomParts } from '../../answers/dicom/parts.ts';
import { holdsDicomJson, jsonBodyOf } from '../../answers/json/body.ts';
import { attributeOf, firstText } from '../../answers/json/data-set.ts';
import { UID_TAGS } from '../../answers/levels.ts';
import { statusLine } from '../../answers/response.ts';
import { sightOf } from '../../answers/sight.ts';
import { tagName } from '../../answers/wording.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { text } from '../../dicom/values.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';

const INSTANCE_NUMBER = '00200013';

/** The Instance Numbers that an answer gives an instance: none, one, or several where it tells of it more than once. */
function numbersIn({ response }: Exchange, { instance }: StoredInstance): readonly string[] {
  if (!response) return [];
  const said = holdsDicomJson(response) ? inJson(response, instance) : inFiles(response, instance);
  return said.filter((number) => number.trim() !== '').map((number) => String(Number(number)));
}

function inJson(response: ExchangeResponse, instance: string): readonly string[] {
  return jsonBodyOf(response)
    .dataSets.filter((dataSet) => firstText(dataSet, UID_TAGS.instance) === instance)
    .map((dataSet) => attributeOf(dataSet, INSTANCE_NUMBER)?.values[0])
    .flatMap((value) => (value?.kind === 'number' ? value.text : value?.kind === 'string' ? value.value : []));
}

function inFiles(response: ExchangeResponse, instance: string): readonly string[] {
  return [...dicomParts(response)].flatMap((part) =>
    'error' in part || part.instance !== instance ? [] : (text(part.file.dataSet, INSTANCE_NUMBER) ?? []),
  );
}

/** Whether all answers that give an instance a number give it the same. */
export function sayTheSame(looks: readonly Exchange[], instance: StoredInstance): boolean {
  return new Set(looks.flatMap((look) => numbersIn(look, instance))).size === 1;
}

/** Whether an answer gives an instance a number that it was not stored with: it cannot tell which content is there. */
export function tellsAnotherNumber(look: Exchange, stored: StoredInstance): boolean {
  return numbersIn(look, stored).some((number) => number !== numberOf(stored));
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
    // What one answer does not tell may still be there: it is lost only where none shows it, and none leaves it open.
    const isNowhere = looks.every((look) => sightOf(look, stored) === 'absent');
    const code = isNowhere ? 'changed-content-lost' : 'changed-content-hidden';
    for (const look of looks) {
      const sight = sightOf(look, stored);
      if (sight === 'unclear') a.cannot('prerequisite-failed', `${look.id} does not tell what is there`);
      else {
        const { instance } = stored;
        const { operation } = look;
        a.about(look).must(sight === 'shown', () => breach(code, { kind: 'exchange' }, { instance, operation }));
      }
    }
    const said = looks.flatMap((look) => numbersIn(look, stored).map((number) => ({ look, number })));
    if (new Set(said.map(({ look }) => look)).size < 2) {
      a.cannot('prerequisite-failed', `hardly an answer has ${tagName(INSTANCE_NUMBER)}, by which the contents differ`);
      return;
    }
    const isSame = sayTheSame(looks, stored);
    a.must(isSame, () => {
      const told = said.map(({ look, number }) => `${number} in ${look.operation}`);
      return breach('changed-content-differs', { kind: 'exchange' }, { told });
    });
    const which = said[0]?.number === numberOf(stored) ? 'the first' : 'the second';
    a.remark(`the second store was answered ${statusLine(response)}${isSame ? `, ${which} content is there` : ''}`);
  });
}

function numberOf({ dataSet }: StoredInstance): string {
  return String(Number(text(dataSet, INSTANCE_NUMBER)));
}
