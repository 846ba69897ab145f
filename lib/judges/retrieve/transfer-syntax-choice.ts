import { requestedTransferSyntaxes } from '../../answers/accept.ts';
import { dicomParts } from '../../answers/dicom/parts.ts';
import {
  EXPLICIT_VR_LITTLE_ENDIAN,
  isForbiddenOnTheWeb,
  isNoFurtherLoss,
  mayBeLossy,
} from '../../answers/dicom/transfer-syntaxes.ts';
import { partOf, type Representation } from '../../answers/multipart.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { successfulResponse } from '../complete-response.ts';

/** What came back: its transfer syntax, that in which it was stored (null when that is not known), and where. */
interface Received {
  readonly transferSyntax: string;
  readonly stored: string | null;
  readonly representation: Representation;
}

/**
 * The transfer syntaxes of the returned instances against what the request asked for: WADO-RS-006 where it asked for
 * none, WADO-RS-010 for `*`, WADO-RS-009 for names; and WADO-RS-008, which holds whatever was asked.
 */
export function transferSyntaxIsAsAsked(exchange: Exchange, stored: readonly StoredInstance[]): Finding[] {
  const asked = requestedTransferSyntaxes(exchange);
  const choice = asked.includes('*')
    ? over(exchange, stored, 'WADO-RS-010', 'serves any transfer syntax for *', assessAny)
    : asked.some((syntax) => syntax !== null)
      ? over(
          exchange,
          stored,
          'WADO-RS-009',
          'returns the transfer syntax that was named',
          assessNamed(asked.map((syntax) => syntax ?? EXPLICIT_VR_LITTLE_ENDIAN)),
        )
      : over(exchange, stored, 'WADO-RS-006', 'uses Explicit VR Little Endian by default', assessDefault);
  const claim = 'never sends Implicit VR Little Endian or Explicit VR Big Endian';
  return [choice, over(exchange, stored, 'WADO-RS-008', claim, assessPermitted)];
}

function over(
  exchange: Exchange,
  stored: readonly StoredInstance[],
  requirement: string,
  claim: string,
  judge: (received: Received, a: Assessment) => void,
): Finding {
  return assess(requirement, claim, [exchange], (a) => {
    const response = successfulResponse(exchange, a);
    if (!response) return;
    let parts = 0;
    for (const part of dicomParts(response)) {
      if ('error' in part) continue;
      parts++;
      const original = stored.find(({ instance }) => instance === part.instance);
      const { transferSyntax } = part.file;
      judge({ transferSyntax, stored: original?.transferSyntax ?? null, representation: part.representation }, a);
    }
    if (parts === 0) a.cannot('prerequisite-failed', 'there is no readable application/dicom part');
  });
}

type Code = 'forbidden-transfer-syntax' | 'default-transfer-syntax-not-used' | 'recompressed-with-loss';

function breachOf(code: Code, received: Received) {
  const { transferSyntax: returned, stored } = received;
  return () => breach(code, placeOf(received), { returned, stored });
}

function placeOf({ representation }: Received) {
  return { kind: 'element', path: '00020010', ...partOf(representation) } as const;
}

function assessPermitted(received: Received, a: Assessment): void {
  a.must(!isForbiddenOnTheWeb(received.transferSyntax), breachOf('forbidden-transfer-syntax', received));
}

function assessNamed(asked: readonly string[]) {
  return (received: Received, a: Assessment): void => {
    const { transferSyntax: returned, stored } = received;
    a.must(asked.includes(returned), () =>
      breach('asked-transfer-syntax-not-used', placeOf(received), { returned, stored, asked }),
    );
  };
}

/** Any is right, but a lossy copy of something lossless helps nobody who wanted what is stored. */
function assessAny(received: Received, a: Assessment): void {
  const { transferSyntax, stored } = received;
  const degraded = stored !== null && mayBeLossy(transferSyntax) && !mayBeLossy(stored);
  a.should(!degraded, breachOf('recompressed-with-loss', received));
}

function assessDefault(received: Received, a: Assessment): void {
  const { transferSyntax, stored } = received;
  if (transferSyntax === EXPLICIT_VR_LITTLE_ENDIAN) a.holds();
  else if (isForbiddenOnTheWeb(transferSyntax)) a.must(false, breachOf('forbidden-transfer-syntax', received));
  else if (!mayBeLossy(transferSyntax)) {
    a.should(false, breachOf('default-transfer-syntax-not-used', received));
    a.remark('a lossless form is returned unconverted');
  } else if (stored !== null && mayBeLossy(stored)) {
    a.must(isNoFurtherLoss(stored, transferSyntax), breachOf('recompressed-with-loss', received));
    a.remark('held in a lossy form only, which may be returned as it is');
  } else a.must(false, breachOf('recompressed-with-loss', received));
}
