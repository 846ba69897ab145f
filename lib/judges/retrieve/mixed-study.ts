import { requestedTransferSyntaxes } from '../../answers/accept.ts';
import { type DicomPart, dicomParts } from '../../answers/dicom/parts.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { otherRefusals } from '../beside-twin.ts';
import { completeResponse, decodedResponse, successfulResponse } from '../complete-response.ts';
import { placeOfSyntax } from './received-instance.ts';

const IN_PART = 'a part of the study, which the status says (Table 10.4.3-1)';

/**
 * WADO-RS-021: a study asked for in a transfer syntax that not all of its instances can have comes whole, or the answer says
 * that it does not: 206, 406. `twin` is the study in any transfer syntax, which has to have all of `stored`. Instances in
 * another one are a warning: §8.7.7 has servers ignore parameters that they do not support.
 */
export function saysWhatIsMissing(exchange: Exchange, twin: Exchange, stored: readonly StoredInstance[]): Finding {
  const claim = 'returns a mixed study whole in one transfer syntax, or says that it is not whole';
  return assess('WADO-RS-021', claim, [exchange, twin], (a) => {
    const whole = successfulResponse(twin, a);
    if (!whole) return;
    const missing = stored.length - countOf(stored, readableParts(whole));
    if (missing > 0) {
      a.cannot('prerequisite-failed', `${twin.id} lacks ${missing} of ${stored.length} instances`);
      return;
    }
    const answer = completeResponse(exchange, a);
    if (!answer) return;
    const expectation = {
      pass: [200, 406],
      info: { 206: IN_PART },
      warn: otherRefusals(406),
      code: 'mixed-study-badly-refused',
    } as const;
    if (!assessStatus(answer, expectation, a) || answer.status !== 200) return;
    const response = decodedResponse(answer, a);
    if (!response) return;
    const parts = readableParts(response);
    const returned = countOf(stored, parts);
    const asked = requestedTransferSyntaxes(exchange).flatMap((syntax) => syntax ?? []);
    const [syntax = null] = asked;
    a.must(returned === stored.length, () =>
      breach('study-cut-silently', { kind: 'exchange' }, { asked: stored.length, returned, syntax }),
    );
    for (const part of parts) {
      const { transferSyntax } = part.file;
      const original = stored.find(({ instance }) => instance === part.instance)?.transferSyntax ?? null;
      a.should(asked.includes(transferSyntax), () =>
        breach('asked-transfer-syntax-not-used', placeOfSyntax(part), {
          returned: transferSyntax,
          stored: original,
          asked,
        }),
      );
    }
  });
}

type ReadablePart = Exclude<DicomPart, { readonly error: unknown }>;

function readableParts(response: ExchangeResponse): readonly ReadablePart[] {
  return [...dicomParts(response)].filter((part): part is ReadablePart => !('error' in part));
}

function countOf(stored: readonly StoredInstance[], parts: readonly ReadablePart[]): number {
  const uids = new Set(parts.map(({ instance }) => instance));
  return stored.filter(({ instance }) => uids.has(instance)).length;
}
