import { dicomParts } from '../../answers/dicom/parts.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { otherRefusals } from '../beside-twin.ts';
import { completeResponse, decodedResponse, successfulResponse } from '../complete-response.ts';

const IN_PART = 'a part of the study, which the status says (Table 10.4.3-1)';

/**
 * WADO-RS-021: a study asked for in a transfer syntax that not all of its instances can have comes whole, or the answer says
 * that it does not: 206, 406. `twin` is the study in any transfer syntax, with all of `stored`.
 */
export function saysWhatIsMissing(exchange: Exchange, twin: Exchange, stored: readonly StoredInstance[]): Finding {
  const claim = 'returns a mixed study whole in one transfer syntax, or says that it is not whole';
  return assess('WADO-RS-021', claim, [exchange, twin], (a) => {
    if (!successfulResponse(twin, a)) return;
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
    const uids = new Set([...dicomParts(response)].flatMap((part) => ('error' in part ? [] : [part.instance])));
    const returned = stored.filter(({ instance }) => uids.has(instance)).length;
    a.must(returned === stored.length, () =>
      breach('study-cut-silently', { kind: 'exchange' }, { asked: stored.length, returned }),
    );
  });
}
