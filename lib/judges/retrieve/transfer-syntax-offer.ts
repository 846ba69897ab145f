import { sightOf } from '../../answers/sight.ts';
import { isNative } from '../../dicom/transfer-syntax.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { answered, type Retrieved } from '../assess-served.ts';
import { assessStatus, RETRIEVED, retrieved, type StatusExpectation } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { CANNOT_DECOMPRESS } from '../not-decoded.ts';

/**
 * WADO-RS-006: an instance is served where no transfer syntax is asked for; `twin` asks for any. What is stored compressed
 * need not be convertible.
 */
export function servesWithoutTransferSyntax(beside: Retrieved): Finding {
  const isConvertible = isNative(beside.instance.transferSyntax) === true;
  return isServed('WADO-RS-006', 'serves an instance where no transfer syntax is asked for', beside, {
    ...retrieved('default-transfer-syntax-refused'),
    warn: { ...RETRIEVED.warn, ...(isConvertible ? {} : CANNOT_DECOMPRESS) },
  });
}

/** WADO-RS-010: an instance is served where any transfer syntax is asked for; `twin` asks for none. */
export function servesAnyTransferSyntax(beside: Retrieved): Finding {
  return isServed(
    'WADO-RS-010',
    'serves an instance where any transfer syntax is asked for',
    beside,
    retrieved('any-transfer-syntax-refused'),
  );
}

/** To refuse is what needs a twin. In which transfer syntax it is served is judged by `transferSyntaxIsAsAsked`. */
function isServed(
  requirement: string,
  claim: string,
  { exchange, twin, instance }: Retrieved,
  expectation: StatusExpectation,
): Finding {
  return assess(requirement, claim, [exchange, twin], (a) => {
    const isShown = sightOf(exchange, instance) === 'shown';
    const response = isShown ? completeResponse(exchange, a) : answered(exchange, twin, instance, a);
    if (response) assessStatus(response, expectation, a);
  });
}
