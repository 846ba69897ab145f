import { harmOfElement } from '../../element-harm.ts';
import { kind } from '../../kind.ts';

/** An element of an instance: its tag, its path below sequences, and the name of the instance for people. */
type OfElement = { readonly tag: string; readonly path: string; readonly name: string };

type OfInstance = { readonly name: string };

/** How elements and pixels of a retrieved instance differ from what was stored. */
export const FIDELITY = {
  /** `size` counts bytes, or items of a sequence. */
  'element-lost': kind<OfElement & { readonly vr: string; readonly size: number }>({
    harm: 'data-lost',
    unread: true,
    says: 'absent',
  }),
  'element-emptied': kind<OfElement & { readonly stored: string | null }>({
    harm: 'data-lost',
  }),
  'empty-element-lost': kind<OfElement & { readonly vr: string }>({
    harm: 'some-clients-only',
    unread: true,
    says: 'absent',
  }),
  'private-element-lost': kind<OfElement & { readonly vr: string; readonly size: number }>({
    harm: 'data-lost',
    unread: true,
    says: 'absent',
  }),
  /** `stored` and `returned` are texts; null where the value is bytes. */
  'element-changed': kind<OfElement & { readonly stored: string | null; readonly returned: string | null }>({
    harm: harmOfElement,
    identity: ['tag'],
    says: 'altered',
  }),
  /** Only characters beyond ASCII differ: the text was written, or labelled, in another character set. */
  'element-text-garbled': kind<OfElement & { readonly stored: string; readonly returned: string }>({
    harm: 'altered',
    says: 'altered',
    unread: 'characters',
  }),
  'element-vr-changed': kind<OfElement & { readonly stored: string; readonly returned: string }>({
    harm: 'some-clients-only',
    identity: ['stored', 'returned'],
  }),
  'element-vr-unknown': kind<OfElement & { readonly stored: string; readonly returned: string }>({
    harm: 'some-clients-only',
  }),
  'sequence-items-changed': kind<OfElement & { readonly stored: number; readonly returned: number }>({
    harm: ({ stored, returned }) => (returned < stored ? 'data-lost' : 'altered'),
    identity: ['tag'],
  }),
  /** Lengths in bytes. */
  'pixels-changed': kind<OfInstance & { readonly stored: number; readonly returned: number }>({
    harm: 'altered',
  }),
  'pixels-cut-short': kind<OfInstance & { readonly stored: number; readonly returned: number }>({
    harm: 'data-lost',
    unread: true,
  }),
  'instance-frames-changed': kind<OfInstance & { readonly stored: number; readonly returned: number }>({
    unread: true,
    harm: ({ stored, returned }) => (returned < stored ? 'data-lost' : 'altered'),
  }),
  /** `tag` is that of the first one. */
  'coercion-untraced': kind<
    OfInstance & { readonly tag: string; readonly tags: readonly string[]; readonly count: number }
  >({
    harm: 'some-clients-only',
    identity: ['tag'],
    says: 'altered',
  }),
  'addition-untraced': kind<OfInstance & { readonly tags: readonly string[]; readonly count: number }>({
    harm: 'altered',
  }),
} as const;
