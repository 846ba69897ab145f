import type { Breach } from '../../breaches/breach.ts';
import type { Parameter } from '../../breaches/kind.ts';
import type { ExchangeRecord } from '../results.ts';
import { routeOf, type TargetAddress, viewOf } from '../transaction.ts';

const CONTENT_TYPE = 'content-type';

/** The label that the parts of an answer have. */
export function partsLabelled(breach: Breach, exchange: ExchangeRecord | undefined, target: TargetAddress): string[] {
  const { where, parameters } = breach;
  const isOfPart = where.kind === 'header' && where.part !== undefined && where.name.toLowerCase() === CONTENT_TYPE;
  return isOfPart && exchange ? labelledPartsKeys(parameters.type, exchange, target) : [];
}

/** The label of an answer that says the same of its parts, or of the one that is sent alone. */
export function labelledAsParts(
  { where, parameters }: Breach,
  exchange: ExchangeRecord | undefined,
  target: TargetAddress,
) {
  const isOfAnswer = where.kind === 'header' && where.part === undefined && where.name.toLowerCase() === CONTENT_TYPE;
  return isOfAnswer && exchange ? labelledPartsKeys(parameters.type, exchange, target) : [];
}

/** `multipart/related of application/dicom` is a label of its parts. */
function labelledPartsKeys(type: Parameter | undefined, { request }: ExchangeRecord, target: TargetAddress): string[] {
  if (typeof type !== 'string') return [];
  const [essence = ''] = type.replace(/^multipart\/related of /, '').split(';', 1);
  return [`parts labelled ${essence.trim().toLowerCase()} from ${viewOf(routeOf(request, target))}`];
}

/** A multipart label of another subtype is the same mistake whatever the parts are. */
export function labelKeys({ where, parameters: { type } }: Breach): string[] {
  const isLabel = where.kind === 'header' && where.name.toLowerCase() === 'content-type' && where.part === undefined;
  const [label] = isLabel && typeof type === 'string' ? (/^multipart\/(?!related)[\w-]+/.exec(type) ?? []) : [];
  return label === undefined ? [] : [`labelled ${label}`];
}
