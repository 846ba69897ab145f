import { kind } from '../../kind.ts';

/** In which way a store differs from the usual one: `single-part`, `implicit-vr`, `other-label`, `private-class`. */
type OfForm = { readonly form: string; readonly status: number };

/** What a server makes of stores in forms that it may take or refuse. */
export const STORE_FORMS = {
  'store-form-badly-refused': kind<OfForm & { readonly expected: readonly string[] }>({
    harm: 'sender-blocked',
    identity: ['form'],
  }),
  'store-form-lost': kind<OfForm>({ harm: 'only-copy-lost', identity: ['form'], says: 'lost' }),
  /** `reason` is FailureReason; `means` what Table I.2-2 has it for. */
  'failure-reason-misleads': kind<{ readonly reason: number; readonly means: string }>({ harm: 'sender-unsure' }),
} as const;
