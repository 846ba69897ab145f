import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** A media type as the server wrote it; null where it wrote none. */
type OfType = { readonly type: string | null };

/** Transfer Syntax UIDs: that of what came, and that in which it was stored, null where that is not known. */
type OfSyntax = { readonly returned: string; readonly stored: string | null };

/** Which media type and transfer syntax a retrieve returns, beside what was asked for. */
export const RETRIEVE_TYPES = {
  'single-part-badly-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
    follows: ['accept-ignored', 'partial-content'],
  }),
  'single-part-answered-otherwise': kind<OfType>({ harm: 'some-clients-only', follows: ['accept-ignored'] }),
  'several-answered-as-one': kind<StatusParameters>({ harm: 'data-lost' }),
  'several-as-single-part-not-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
    follows: ['accept-ignored'],
  }),
  'anything-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'anything-answered-otherwise': kind<OfType>({
    harm: 'some-clients-only',
    follows: ['multipart-labelled', 'instances-media-type'],
  }),
  'default-transfer-syntax-refused': kind<StatusParameters>({ harm: 'not-found-or-opened' }),
  'any-transfer-syntax-refused': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    cause: 'any-transfer-syntax-refused',
  }),
  'forbidden-transfer-syntax': kind<OfSyntax>({
    harm: 'not-found-or-opened',
    cause: 'forbidden-transfer-syntax',
    follows: ['data-set-encoding'],
  }),
  'default-transfer-syntax-not-used': kind<OfSyntax>({
    harm: 'some-clients-only',
    follows: ['data-set-encoding'],
  }),
  'asked-transfer-syntax-not-used': kind<OfSyntax & { readonly asked: readonly string[] }>({
    harm: 'not-found-or-opened',
    follows: ['pixel-encapsulation'],
  }),
  'held-transfer-syntax-refused': kind<StatusParameters>({ harm: 'not-found-or-opened' }),
  'lossless-not-decompressed': kind<StatusParameters>({ harm: 'not-found-or-opened' }),
  'unavailable-transfer-syntax-answered': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'offered-transfer-syntaxes-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'preferred-transfer-syntax-not-used': kind<{ readonly returned: string; readonly preferred: string }>({
    harm: 'some-clients-only',
  }),
  'recompressed-with-loss': kind<OfSyntax>({ harm: 'altered', follows: ['pixel-encapsulation'] }),
  'part-transfer-syntax-unlisted': kind<{ readonly type: string; readonly transferSyntax: string }>({
    harm: 'not-found-or-opened',
  }),
} as const;
