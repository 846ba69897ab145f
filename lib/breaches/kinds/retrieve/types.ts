import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** A media type as the server wrote it; null where it wrote none. */
type OfType = { readonly type: string | null };

/** Transfer Syntax UIDs: that of what came, and that in which it was stored, null where that is not known. */
type OfSyntax = { readonly returned: string; readonly stored: string | null };

/** Which media type and transfer syntax a retrieve returns, beside what was asked for. */
export const RETRIEVE_TYPES = {
  'single-part-badly-refused': kind<StatusParameters>({
    harm: 'mistake-unclear',
    follows: ['accept-ignored', 'partial-content'],
  }),
  'single-part-answered-otherwise': kind<OfType>({ harm: 'type-unexpected', follows: ['accept-ignored'] }),
  'several-answered-as-one': kind<StatusParameters>({ harm: 'images-unseen' }),
  'several-as-single-part-not-refused': kind<StatusParameters>({
    harm: 'type-unexpected',
    follows: ['accept-ignored'],
  }),
  'anything-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'anything-answered-otherwise': kind<OfType>({
    harm: 'type-unexpected',
    follows: ['multipart-labelled', 'instances-media-type'],
  }),
  'default-transfer-syntax-refused': kind<StatusParameters>({ harm: 'cannot-open' }),
  'any-transfer-syntax-refused': kind<StatusParameters>({
    harm: 'cannot-open',
    cause: 'any-transfer-syntax-refused',
  }),
  'forbidden-transfer-syntax': kind<OfSyntax>({
    harm: 'image-unreadable',
    cause: 'forbidden-transfer-syntax',
    follows: ['data-set-encoding'],
  }),
  'default-transfer-syntax-not-used': kind<OfSyntax>({
    harm: 'type-unexpected',
    follows: ['data-set-encoding'],
  }),
  'asked-transfer-syntax-not-used': kind<OfSyntax & { readonly asked: readonly string[] }>({
    harm: 'type-unexpected',
    follows: ['pixel-encapsulation'],
  }),
  'held-transfer-syntax-refused': kind<StatusParameters>({ harm: 'cannot-open' }),
  'lossless-not-decompressed': kind<StatusParameters>({ harm: 'cannot-open' }),
  'unavailable-transfer-syntax-answered': kind<StatusParameters>({ harm: 'status-unclear' }),
  'offered-transfer-syntaxes-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'preferred-transfer-syntax-not-used': kind<{ readonly returned: string; readonly preferred: string }>({
    harm: 'type-unexpected',
  }),
  'recompressed-with-loss': kind<OfSyntax>({ harm: 'image-altered', follows: ['pixel-encapsulation'] }),
  'part-transfer-syntax-unlisted': kind<{ readonly type: string; readonly transferSyntax: string }>({
    harm: 'type-unexpected',
  }),
} as const;
