import { resolved } from '../../answers/resource-url.ts';
import { isSuccess, mediaTypeOf } from '../../answers/response.ts';
import { storeModuleOf } from '../../answers/store-response.ts';
import { breach } from '../../breaches/breach.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { completeResponse } from '../complete-response.ts';

/** A URL of a study or of what is below it (PS3.18 Table 10.3-2). */
const STUDY = /\/studies\/([0-9.]+)(?:\/|$)/;

/** STOW-015: a store that asked for DICOM JSON is answered in it. */
export function storeAnswerIsInTheTypeAskedFor(exchange: Exchange): Finding {
  return assess('STOW-015', 'answers a store in the media type that was asked for', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response || !isSuccess(response) || response.body.length === 0) return;
    const essence = mediaTypeOf(response)?.essence ?? null;
    const isXml = /xml/.test(essence ?? '');
    // That there is none, STOW-013 says; that one in JSON is labelled otherwise, STOW-014 and COMMON-017.
    if (!isXml && storeModuleOf(response) === null) {
      a.cannot('prerequisite-failed', 'the answer has no response module in any type');
      return;
    }
    a.must(!isXml, () =>
      breach('store-response-in-other-type', { kind: 'header', name: 'Content-Type' }, { type: essence }),
    );
  });
}

/** STOW-028: a store that created something says where it is; servers rarely do, so its absence is a warning. */
export function storeAnswerLocatesWhatItCreated(exchange: Exchange, sent: readonly StoredInstance[]): Finding {
  return assess('STOW-028', 'locates what a store created', [exchange], (a) => {
    const response = completeResponse(exchange, a);
    if (!response || !isSuccess(response)) return;
    if ((storeModuleOf(response)?.referenced.length ?? 0) === 0) {
      a.cannot('prerequisite-failed', 'the answer does not say that anything was stored');
      return;
    }
    for (const name of ['Location', 'Content-Location']) {
      const value = headerValue(response.headers, name);
      const where = { kind: 'header', name } as const;
      if (value === null) {
        a.should(false, () => breach('store-without-location', where, { header: name }));
        continue;
      }
      a.holds();
      const study = STUDY.exec(resolved(value, exchange.request.url))?.[1];
      // A URL of another layout cannot be judged by looking.
      if (study === undefined) continue;
      a.should(
        sent.some((instance) => instance.study === study),
        () => breach('store-location-of-another-study', where, { header: name, value }),
      );
    }
  });
}
