import { type Comparison, comparisons } from '../../answers/dicom/data-set-comparison.ts';
import { dicomParts } from '../../answers/dicom/parts.ts';
import { EXPLICIT_VR_LITTLE_ENDIAN, isNoFurtherLoss, mayBeLossy } from '../../answers/dicom/transfer-syntaxes.ts';
import { partOf } from '../../answers/multipart.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { answered, type Retrieved } from '../assess-served.ts';
import { assessStatus, RETRIEVED, retrieved } from '../assess-status.ts';
import { otherRefusals } from '../beside-twin.ts';
import { CANNOT_DECOMPRESS } from '../not-decoded.ts';
import { breachOfComparison } from './element-breach.ts';
import { placeOfSyntax, type ReceivedInstance } from './received-instance.ts';

/** The instance in an answer; null where none of it can be read. */
export function receivedIn({ response }: Exchange, { instance }: StoredInstance): ReceivedInstance | null {
  if (!response) return null;
  for (const part of dicomParts(response)) {
    if ('error' in part || part.instance !== instance) continue;
    return { file: part.file, representation: part.representation };
  }
  return null;
}

const LOSSY_ONLY = { 406: 'refused, as by a server that does not undo lossy compression' };

/**
 * WADO-RS-007: what is held in lossy compression only comes in that, or decompressed, where no transfer syntax is asked for.
 * `twin` asked for any. 406 is a warning.
 */
export function servesLossyByDefault({ exchange, twin, instance }: Retrieved, held: string): Finding {
  const claim = 'returns what is held in lossy compression only where no transfer syntax is asked for';
  return assess('WADO-RS-007', claim, [exchange, twin], (a) => {
    const response = answered(exchange, twin, instance, a);
    const expectation = { ...retrieved('default-transfer-syntax-refused'), warn: { ...RETRIEVED.warn, ...LOSSY_ONLY } };
    if (!response || !assessStatus(response, expectation, a)) return;
    const received = readable(exchange, instance, a);
    if (!received) return;
    const { transferSyntax: returned } = received.file;
    const code = mayBeLossy(returned) ? 'recompressed-with-loss' : 'default-transfer-syntax-not-used';
    a.must(returned === EXPLICIT_VR_LITTLE_ENDIAN || isNoFurtherLoss(held, returned), () =>
      breach(code, placeOfSyntax(received), { returned, stored: instance.transferSyntax }),
    );
  });
}

/** WADO-RS-009: named by its UID, the transfer syntax that the server holds is served. `twin` asked for any. */
export function servesHeldByName({ exchange, twin, instance }: Retrieved, held: string): Finding {
  return assess('WADO-RS-009', 'serves the transfer syntax that it holds by its name', [exchange, twin], (a) => {
    const response = answered(exchange, twin, instance, a);
    if (!response || !assessStatus(response, retrieved('held-transfer-syntax-refused'), a)) return;
    const received = readable(exchange, instance, a);
    if (received) assessSyntax(received, [held], instance, a);
  });
}

/**
 * WADO-RS-011: what is held in lossless compression comes decompressed where Explicit VR Little Endian is named, with the
 * pixels that were compressed. `twin` asked for any transfer syntax. 406 is a warning.
 */
export function decompressesOnRequest({ exchange, twin, instance }: Retrieved): Finding {
  const claim = 'decompresses without change where Explicit VR Little Endian is named';
  return assess('WADO-RS-011', claim, [exchange, twin], (a) => {
    const response = answered(exchange, twin, instance, a);
    const expectation = {
      ...retrieved('lossless-not-decompressed'),
      warn: { ...RETRIEVED.warn, ...CANNOT_DECOMPRESS },
    };
    if (!response || !assessStatus(response, expectation, a)) return;
    const received = readable(exchange, instance, a);
    if (!received || !assessSyntax(received, [EXPLICIT_VR_LITTLE_ENDIAN], instance, a)) return;
    assessPixels(received, instance, a);
  });
}

const ALTERED: readonly Comparison['kind'][] = ['lost', 'changed', 'vr', 'pixels'];

/** The pixels of an instance are those that were stored, decoded on either side. */
function assessPixels({ file, representation }: ReceivedInstance, stored: StoredInstance, a: Assessment): void {
  let compared = 0;
  for (const comparison of comparisons(stored, file)) {
    if (!comparison.path.startsWith('7FE0') || comparison.kind === 'added') continue;
    compared++;
    const where = { kind: 'element', path: comparison.path, ...partOf(representation) } as const;
    if (comparison.kind === 'undecided')
      a.cannot('not-exercised', `${stored.name}, ${comparison.path}: ${comparison.actual}`);
    else a.must(!ALTERED.includes(comparison.kind), () => breachOfComparison(stored, file, comparison, where));
  }
  if (compared === 0) a.cannot('not-exercised', `${stored.name} has no pixel data that could be compared`);
}

/**
 * WADO-RS-012: a transfer syntax that no image of this kind can have, and no other, is answered 406. The default in its place
 * is a warning: §8.7.7 has servers ignore parameters that they do not support.
 */
export function refusesUnavailableSyntax({ exchange, twin, instance }: Retrieved): Finding {
  const claim = 'answers 406 to a transfer syntax that it cannot produce';
  return assess('WADO-RS-012', claim, [exchange, twin], (a) => {
    const response = answered(exchange, twin, instance, a);
    if (!response) return;
    const received = receivedIn(exchange, instance);
    const isDefault = received?.file.transferSyntax === EXPLICIT_VR_LITTLE_ENDIAN;
    const warn = {
      ...otherRefusals(406),
      ...(isDefault ? { 200: 'the default transfer syntax is sent instead' } : {}),
    };
    assessStatus(response, { pass: [406], warn, code: 'unavailable-transfer-syntax-answered' }, a);
  });
}

/** Two transfer syntaxes that were offered, the preferred one first, and what the server has shown that it can send. */
export interface Preference {
  readonly preferred: string;
  readonly other: string;
}

/** WADO-RS-013: of two transfer syntaxes that the server can send, the one of the greater quality value comes. */
export function heedsQualityOfSyntaxes(
  { exchange, twin, instance }: Retrieved,
  { preferred, other }: Preference,
): Finding {
  const claim = 'chooses between transfer syntaxes by their quality values';
  return assess('WADO-RS-013', claim, [exchange, twin], (a) => {
    const response = answered(exchange, twin, instance, a);
    if (!response || !assessStatus(response, retrieved('offered-transfer-syntaxes-refused'), a)) return;
    const received = readable(exchange, instance, a);
    if (!received || !assessSyntax(received, [preferred, other], instance, a)) return;
    const { transferSyntax } = received.file;
    a.should(transferSyntax === preferred, () =>
      breach('preferred-transfer-syntax-not-used', placeOfSyntax(received), { returned: transferSyntax, preferred }),
    );
  });
}

function readable(exchange: Exchange, instance: StoredInstance, a: Assessment): ReceivedInstance | null {
  const received = receivedIn(exchange, instance);
  if (!received) a.cannot('prerequisite-failed', 'the instance in the answer cannot be read');
  return received;
}

function assessSyntax(
  received: ReceivedInstance,
  asked: readonly string[],
  stored: StoredInstance,
  a: Assessment,
): boolean {
  const { transferSyntax: returned } = received.file;
  a.must(asked.includes(returned), () =>
    breach('asked-transfer-syntax-not-used', placeOfSyntax(received), {
      returned,
      stored: stored.transferSyntax,
      asked,
    }),
  );
  return asked.includes(returned);
}

/** Whether an instance is held in a form that can be decompressed without change. */
export function isLosslesslyCompressed({ dataSet }: StoredInstance, transferSyntax: string): boolean {
  return dataSet.elements.get('7FE00010')?.fragments !== undefined && !mayBeLossy(transferSyntax);
}
