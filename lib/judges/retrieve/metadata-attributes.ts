import { at, type JsonBody } from '../../answers/json/body.ts';
import { attributeOf, type JsonDataSet } from '../../answers/json/data-set.ts';
import { coercedTags } from '../../answers/stored/coercion.ts';
import { instancesOf, missingAttributes } from '../../answers/stored/counterparts.ts';
import type { StoredAttribute } from '../../answers/stored/stored-attributes.ts';
import { tagName } from '../../answers/wording.ts';
import { breach, type SeenBreach } from '../../breaches/breach.ts';
import { isPrivate } from '../../dicom/dictionary.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { BINARY_VRS } from '../../dicom/vr.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { Profile } from '../../target/profile.ts';
import { type Assessment, assess } from '../assess.ts';
import { documentedDeviation } from '../deviations.ts';
import { assessEveryValue } from '../json/content.ts';
import { metadataBody, PIXEL_DATA } from './metadata-body.ts';

type Stored = readonly StoredInstance[];

const ORIGINAL_ATTRIBUTES = '04000561';
/** Attributes that a server may add to what was stored without a word. */
const MAY_BE_ADDED = new Set(['00080005', ORIGINAL_ATTRIBUTES]);

/**
 * WADO-RS-033: metadata has every attribute of the instance with its value. A profile that documents a deviation
 * excuses binary attributes that are left out, and nothing else.
 */
export function metadataHasEveryAttribute(exchange: Exchange, stored: Stored, profile?: Profile): Finding {
  return assess('WADO-RS-033', 'returns every attribute with its stored value', [exchange], (a) => {
    const body = metadataBody(exchange, stored, a);
    if (!body) return;
    assessEveryValue(body, stored, a);
    const documented = documentedDeviation(profile, 'WADO-RS-033');
    const excused: string[] = [];
    const extent = extentOf(body, stored);
    for (const { attribute, pointer } of missingAttributes(body.dataSets, stored)) {
      const isBinary = BINARY_VRS.has(attribute.vr as never);
      if (isBinary && PIXEL_DATA.includes(attribute.tag)) continue;
      if (isBinary && documented !== null) excused.push(tagName(attribute.tag));
      else a.must(false, () => breachOf(attribute, pointer, extent));
    }
    if (excused.length > 0) a.note(`${documented}: ${[...new Set(excused)].slice(0, 10).join(', ')} left out`);
    for (const dataSet of body.dataSets) assessAdditions(dataSet, stored, a);
    const coerced = body.dataSets.flatMap((dataSet) =>
      instancesOf(dataSet, stored).flatMap((instance) => coercedTags(dataSet, instance)),
    );
    if (coerced.length > 0) {
      const names = [...new Set(coerced)].slice(0, 10).map(tagName).join(', ');
      a.note(`changed, with the original value in Original Attributes Sequence: ${names}`);
    }
  });
}

/** How many attributes of the stored instances that are spoken of were left out, and how many there are. */
interface Extent {
  readonly missing: number;
  readonly of: number;
}

function extentOf({ dataSets }: JsonBody, stored: Stored): Extent {
  const count = (dataSet: JsonDataSet) =>
    instancesOf(dataSet, stored).reduce((sum, { dataSet: { elements } }) => sum + elements.size, 0);
  let missing = 0;
  for (const _ of missingAttributes(dataSets, stored)) missing++;
  return { missing, of: dataSets.reduce((sum, dataSet) => sum + count(dataSet), 0) };
}

/** Metadata that lacks the most is another thing than metadata, such as a search result: that is one defect. */
function breachOf({ tag, vr, isEmpty }: StoredAttribute, pointer: string, { missing, of }: Extent): SeenBreach {
  const where = at(pointer);
  if (missing * 2 > of) return breach('metadata-lacks-most-attributes', where, { missing, of });
  if (isEmpty) return breach('metadata-lacks-empty-attribute', where, { tag, vr });
  if (isPrivate(tag)) return breach('metadata-lacks-private-attribute', where, { tag, vr, isEmpty });
  if (BINARY_VRS.has(vr as never)) return breach('metadata-lacks-binary-attribute', where, { tag, vr });
  return breach('metadata-lacks-attribute', where, { tag, vr });
}

/** What is added where something was coerced belongs to that (§10.5.2), as IssuerOfPatientID with another PatientID. */
function assessAdditions(dataSet: JsonDataSet, stored: Stored, a: Assessment): void {
  const [instance] = instancesOf(dataSet, stored);
  if (!instance) return;
  const isCoerced = attributeOf(dataSet, ORIGINAL_ATTRIBUTES) !== null;
  const added: string[] = [];
  for (const { tag, pointer } of dataSet.attributes) {
    if (tag.startsWith('0002') || tag.endsWith('0000') || MAY_BE_ADDED.has(tag)) continue;
    const isStored = instance.dataSet.elements.has(tag);
    if (!isStored) added.push(tagName(tag));
    a.should(isStored || isCoerced, () => breach('metadata-adds-attribute', at(pointer), { tag, name: instance.name }));
  }
  if (isCoerced && added.length > 0)
    a.note(`added, beside Original Attributes Sequence: ${added.slice(0, 10).join(', ')}`);
}
