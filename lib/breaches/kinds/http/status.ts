import { type Flaw, kind } from '../../kind.ts';

/** Parameters of every kind that tells of a wrong status. */
export interface StatusParameters extends Readonly<Record<string, number | readonly string[]>> {
  /** The status that came. */
  readonly status: number;
  /** Statuses that would do, each as text. */
  readonly expected: readonly string[];
}

/** Statuses by which a server may say that it does not have what was asked for. */
const MISSING = [400, 404, 405, 410, 501];

/** The flaw of a server that refuses a usual request with this status. */
export function flawOfRefusal({ status }: Pick<StatusParameters, 'status'>): Flaw | null {
  return MISSING.includes(status) ? 'missing' : null;
}

/** The flaw of a server that answers with a page for people, as applications do for every path that they do not know. */
export function flawOfType({ type }: { readonly type: string | null }): Flaw | null {
  return /^(text\/html|application\/xhtml\+xml)\b/i.test(type ?? '') ? 'missing' : null;
}

/** Statuses that are wrong, where no kind of its own says what that means. */
export const STATUS = {
  'unexpected-status': kind<StatusParameters>({
    harm: ({ expected }) => (expected.some((status) => status.startsWith('2')) ? 'cannot-open' : 'mistake-unclear'),
    identity: ['status'],
    perRoute: true,
  }),
} as const;
