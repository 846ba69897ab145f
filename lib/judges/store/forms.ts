import { at } from '../../answers/json/body.ts';
import { attributeOf } from '../../answers/json/data-set.ts';
import { below } from '../../answers/json/node.ts';
import { isSuccess } from '../../answers/response.ts';
import { sightOf } from '../../answers/sight.ts';
import { acknowledges, storeModuleOf } from '../../answers/store-response.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { type LookedFor, showsIt } from '../assess-served.ts';
import { assessStatus, type StatusExpectation } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { assessableModule } from './assess-module.ts';
import type { DoubtfulStore } from './malformed.ts';
import { mayBeOnItsWay } from './stored-is-observed.ts';

const STATUS = { kind: 'status' } as const;
const FAILURE_REASON = '00081197';
const SOP_CLASS_NOT_SUPPORTED = 0x0122;

type Form = 'single-part' | 'implicit-vr' | 'other-label' | 'private-class';

const REFUSED = 'the server refuses it';
const NOT_STORED = 'the answer says that it was not stored';
/** Refusals of what a server need not take. 501 says of a class or a type that there is nothing for it. */
const MAY_BE_REFUSED = {
  pass: [],
  info: {
    ...Object.fromEntries([400, 403, 404, 406, 409, 411, 413, 415, 422, 501].map((status) => [status, REFUSED])),
    ...{ 200: NOT_STORED, 202: NOT_STORED },
  },
};
const EXPECTED = ['200', '400', '409', '415'];

/** STOW-011: one instance as the whole body is taken or refused (2019e to 2020b wanted it taken), without a server error. */
export function takesSinglePart(store: DoubtfulStore, twin: LookedFor): Finding {
  const claim = 'takes or refuses one instance as application/dicom without multipart';
  return over('STOW-011', claim, 'single-part', store, twin, { taken: noteTaken, refusal: MAY_BE_REFUSED });
}

/** STOW-036: Implicit VR Little Endian, which §8.7.3 keeps off the web, is converted or refused, without a server error. */
export function takesImplicitVr(store: DoubtfulStore, twin: LookedFor): Finding {
  const claim = 'takes or refuses an instance in Implicit VR Little Endian';
  return over('STOW-036', claim, 'implicit-vr', store, twin, { taken: noteTaken, refusal: MAY_BE_REFUSED });
}

/** STOW-037: where part and file name different transfer syntaxes, that of the file decides. A refusal is a warning. */
export function goesByTheFile(store: DoubtfulStore, twin: LookedFor): Finding {
  const refusal = {
    pass: [200],
    warn: Object.fromEntries([200, 202, 400, 409, 415, 422].map((status) => [status, NOT_STORED])),
  };
  const claim = 'goes by the transfer syntax of the file where that of its part is another';
  return over('STOW-037', claim, 'other-label', store, twin, { taken: (a) => a.holds(), refusal });
}

/**
 * STOW-039: a SOP class that the server does not take is refused with 409 and reason 0122H, or with 501. A server that stores
 * any class is noted, and so is a general reason; no other status says what is wrong.
 */
export function refusesUnknownClass(store: DoubtfulStore, twin: LookedFor): Finding {
  const claim = 'stores a private SOP class, or says that it is not supported';
  const refusal = {
    pass: [409, 501],
    info: { 200: NOT_STORED, 202: NOT_STORED, 403: REFUSED },
    warn: { 415: 'it speaks of the media type', 422: 'no table of the transaction has it' },
  };
  return over('STOW-039', claim, 'private-class', store, twin, {
    taken: noteTaken,
    refusal,
    refused(response, a) {
      for (const reason of reasonsIn(response))
        if (reason.code !== SOP_CLASS_NOT_SUPPORTED)
          a.note(`FailureReason ${reason.code}, where 290 says that the class is not supported`);
    },
  });
}

function noteTaken(a: Assessment): void {
  a.note('the server takes it');
}

function over(
  requirement: string,
  claim: string,
  form: Form,
  { store, looks, instance, cut }: DoubtfulStore,
  twin: LookedFor,
  outcome: {
    readonly taken: (a: Assessment) => void;
    readonly refusal: StatusExpectation;
    readonly refused?: (response: ExchangeResponse, a: Assessment) => void;
  },
): Finding {
  return assess(requirement, claim, [store, ...looks, twin.store, twin.look], (a) => {
    const response = showsIt(twin.look, twin.instance, a) ? completeResponse(store, a) : null;
    if (!response) return;
    const { status } = response;
    const sights = looks.map((look) => sightOf(look, instance));
    if (!acknowledges(response, instance.instance)) {
      const { pass } = outcome.refusal;
      const expected = pass.length > 0 ? pass.map(String) : EXPECTED;
      const badly = () => breach('store-form-badly-refused', STATUS, { form, status, expected });
      assessStatus(response, { ...outcome.refusal, breach: badly }, a);
      if (!isSuccess(response)) outcome.refused?.(response, a);
    } else if (sights.includes('shown')) outcome.taken(a);
    else if (!sights.includes('absent'))
      a.cannot('prerequisite-failed', `no answer tells whether ${instance.name} is there`);
    else if (!mayBeOnItsWay(cut, a)) a.must(false, () => breach('store-form-lost', STATUS, { form, status }));
  });
}

interface Reason {
  readonly code: number;
  readonly pointer: string;
}

function reasonsIn(response: ExchangeResponse): readonly Reason[] {
  return (storeModuleOf(response)?.failed ?? []).flatMap(({ dataSet }) => {
    const value = attributeOf(dataSet, FAILURE_REASON)?.values[0];
    return value?.kind === 'number'
      ? [{ code: Number(value.text), pointer: below(dataSet.pointer, FAILURE_REASON) }]
      : [];
  });
}

/** What Table I.2-2 has a code for that is never why an instance of another study is refused; null for any other code. */
function otherMeaning(code: number): { readonly means: string; readonly isOpen: boolean } | null {
  if (code === SOP_CLASS_NOT_SUPPORTED) return { means: 'sop-class', isOpen: false };
  if (code === 0xc122) return { means: 'transfer-syntax', isOpen: false };
  if (code >> 8 === 0xa7) return { means: 'resources', isOpen: false };
  return code >> 8 === 0xa9 ? { means: 'data-set', isOpen: true } : null;
}

/**
 * STOW-020: an instance of another study than the one that is named is refused for that. The table has no code for it: 0110H,
 * Cxxx and codes of the vendor will do, those of the table with another meaning will not. A9xx is a warning: some document it
 * so. `stranger` is like an instance that the server took.
 */
export function failureReasonFits(exchange: Exchange, stranger: StoredInstance): Finding {
  return assess('STOW-020', 'gives a FailureReason that fits an instance of another study', [exchange], (a) => {
    const module = assessableModule(exchange, a);
    if (!module || !exchange.response) return;
    if (!module.failed.some(({ instance }) => instance === stranger.instance))
      return a.cannot('prerequisite-failed', 'the answer does not list the instance as failed');
    for (const { code, pointer } of reasonsIn(exchange.response)) {
      const other = otherMeaning(code);
      const grade = other?.isOpen ? a.should : a.must;
      grade(other === null, () =>
        breach('failure-reason-misleads', at(pointer), { reason: code, means: other?.means ?? '' }),
      );
    }
  });
}

/** Bytes before the prefix DICM (PS3.10 §7.1). */
const PREAMBLE = 128;

/** STOW-040: whether the preamble comes back as it was sent is recorded. `body` is the file as it was returned. */
export function recordsPreamble(exchange: Exchange, body: Uint8Array | null, sent: Uint8Array): Finding {
  return assess('STOW-040', 'keeps or clears the preamble of a file', [exchange], (a) => {
    if (!body || Buffer.from(body.subarray(PREAMBLE, PREAMBLE + 4)).toString('latin1') !== 'DICM')
      return a.cannot('prerequisite-failed', `${exchange.id} has no file with a preamble`);
    const preamble = body.subarray(0, PREAMBLE);
    const isKept = Buffer.compare(preamble, sent.subarray(0, PREAMBLE)) === 0;
    if (isKept) a.note('the preamble is kept');
    else a.note(preamble.every((octet) => octet === 0) ? 'the preamble is cleared' : 'the preamble is another one');
  });
}
