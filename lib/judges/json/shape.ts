import type { JsonBody } from '../../answers/json/body.ts';
import type { JsonAttribute } from '../../answers/json/data-set.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import type { SchemaBreach } from '../../schemas/validate.ts';
import type { Assessment } from '../assess.ts';
import { assessJson } from './assess-json.ts';
import { shapeBreach } from './shape-breach.ts';

/** Judges a requirement that the schema of a data set alone decides, over the attributes that it covers. */
export function judgeShape(
  requirement: string,
  claim: string,
  exchange: Exchange,
  covers: (attribute: JsonAttribute) => boolean,
): Finding {
  return assessJson(requirement, claim, exchange, (body, a) => assessShape(requirement, body, a, covers));
}

/** One assertion for each attribute that is covered or in breach. */
export function assessShape(
  requirement: string,
  body: JsonBody,
  a: Assessment,
  covers: (attribute: JsonAttribute) => boolean,
): void {
  for (const attribute of body.attributes) {
    const breaches = breachesOf(attribute, requirement, body);
    if (breaches.length === 0 && covers(attribute)) a.holds();
    for (const breach of breaches) a[breach.as](false, () => shapeBreach(attribute, breach, body));
  }
}

/** What the schema finds against one requirement in one attribute, items of sequences not included. */
export function breachesOf({ pointer }: JsonAttribute, requirement: string, body: JsonBody): readonly SchemaBreach[] {
  return (body.breachesAt().get(pointer) ?? []).filter((breach) => breach.requirement === requirement);
}

const everything = (): boolean => true;

/** JSON-003: attributes are named by their tag. */
export function attributesAreNamedByTag(exchange: Exchange): Finding {
  return judgeShape('JSON-003', 'names each attribute by its tag', exchange, everything);
}

/** JSON-005: group lengths are left out. */
export function groupLengthsAreLeftOut(exchange: Exchange): Finding {
  return judgeShape('JSON-005', 'leaves group lengths out', exchange, everything);
}

/** JSON-006: each attribute has a vr of the table. */
export function everyAttributeHasVr(exchange: Exchange): Finding {
  return judgeShape('JSON-006', 'gives each attribute its vr', exchange, everything);
}

/** JSON-008: content is in one holder, and Value is an array. */
export function attributesHaveOneHolder(exchange: Exchange): Finding {
  return judgeShape('JSON-008', 'holds the content of each attribute in one member', exchange, everything);
}

const hasValues =
  (...vrs: readonly string[]) =>
  ({ vr, values }: JsonAttribute): boolean =>
    vr !== null && vrs.includes(vr) && values.length > 0;

const TEXT_VRS = ['AE', 'AS', 'AT', 'CS', 'DA', 'DT', 'LO', 'LT', 'SH', 'ST', 'TM', 'UC', 'UI', 'UR', 'UT'] as const;

/** JSON-009: values of the text VRs are JSON strings. */
export function textValuesAreStrings(exchange: Exchange): Finding {
  return judgeShape('JSON-009', 'writes values of text VRs as JSON strings', exchange, hasValues(...TEXT_VRS));
}

/** JSON-010: values of the number VRs are JSON numbers. */
export function numbersAreNumbers(exchange: Exchange): Finding {
  const covers = hasValues('FD', 'FL', 'SL', 'SS', 'UL', 'US');
  return judgeShape('JSON-010', 'writes values of number VRs as JSON numbers', exchange, covers);
}

const hasTags = ({ vr, values }: JsonAttribute): boolean => vr === 'AT' && values.some(({ kind }) => kind === 'string');

/** JSON-012: AT values are tags as eight digits. A value that is no string is the matter of JSON-009 alone. */
export function attributeTagsAreEightDigits(exchange: Exchange): Finding {
  return judgeShape('JSON-012', 'writes AT values as eight hexadecimal digits', exchange, hasTags);
}

/** JSON-013: PN values are objects of the three component groups. */
export function namesAreObjects(exchange: Exchange): Finding {
  return judgeShape('JSON-013', 'writes names as objects of component groups', exchange, hasValues('PN'));
}

/** JSON-019: InlineBinary is one base64 string, for binary VRs only, which have no Value. */
export function inlineBinaryIsBase64(exchange: Exchange): Finding {
  return judgeShape('JSON-019', 'writes inline bytes as one base64 string', exchange, hasInlineBinary);
}

function hasInlineBinary({ inlineBinary }: JsonAttribute): boolean {
  return inlineBinary !== null;
}

/** WADO-RS-036: BulkDataURI stands only for the VRs that allow it. */
export function bulkDataOnlyForItsVrs(exchange: Exchange): Finding {
  const claim = 'replaces by BulkDataURI only values of VRs that allow it';
  return judgeShape('WADO-RS-036', claim, exchange, ({ bulkDataUri }) => bulkDataUri !== null);
}
