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
  }),
  'single-part-answered-otherwise': kind<OfType>({ harm: 'type-unexpected', says: 'ignored' }),
  'several-answered-as-one': kind<StatusParameters>({ harm: 'images-unseen' }),
  'several-as-single-part-not-refused': kind<StatusParameters>({
    harm: 'type-unexpected',
    says: 'ignored',
  }),
  'anything-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'anything-answered-otherwise': kind<OfType>({
    harm: 'type-unexpected',
    says: 'ignored',
  }),
  'default-transfer-syntax-refused': kind<StatusParameters>({ harm: 'cannot-open' }),
  'any-transfer-syntax-refused': kind<StatusParameters>({
    harm: 'cannot-open',
  }),
  'forbidden-transfer-syntax': kind<OfSyntax>({
    harm: 'image-unreadable',
    unread: true,
  }),
  'default-transfer-syntax-not-used': kind<OfSyntax>({
    harm: 'type-unexpected',
    unread: true,
  }),
  'asked-transfer-syntax-not-used': kind<OfSyntax & { readonly asked: readonly string[] }>({
    harm: 'type-unexpected',
    unread: true,
  }),
  'held-transfer-syntax-refused': kind<StatusParameters>({ harm: 'cannot-open' }),
  'lossless-not-decompressed': kind<StatusParameters>({ harm: 'cannot-open' }),
  'unavailable-transfer-syntax-answered': kind<StatusParameters>({ harm: 'status-unclear' }),
  'offered-transfer-syntaxes-refused': kind<StatusParameters>({ harm: 'request-refused' }),
  'preferred-transfer-syntax-not-used': kind<{ readonly returned: string; readonly preferred: string }>({
    harm: 'type-unexpected',
    says: 'ignored',
  }),
  'recompressed-with-loss': kind<OfSyntax>({ harm: 'image-altered', unread: true }),
  'part-transfer-syntax-unlisted': kind<{ readonly type: string; readonly transferSyntax: string }>({
    harm: 'type-unexpected',
  }),
} as const;
