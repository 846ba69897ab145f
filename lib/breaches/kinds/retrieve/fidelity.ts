import { ofMissingValue, ofOtherValue } from '../../element-consequence.ts';
import { kind } from '../../kind.ts';

/** An element of an instance: its tag, its path below sequences, and the name of the instance for people. */
type OfElement = { readonly tag: string; readonly path: string; readonly name: string };

type OfInstance = { readonly name: string };

/** How elements and pixels of a retrieved instance differ from what was stored. */
export const FIDELITY = {
  /** `size` counts bytes, or items of a sequence. */
  'element-lost': kind<OfElement & { readonly vr: string; readonly size: number }>({
    harm: ofMissingValue,
    says: 'absent',
    unread: true,
  }),
  'element-emptied': kind<OfElement & { readonly stored: string | null }>({
    harm: ofMissingValue,
    says: 'altered',
  }),
  'empty-element-lost': kind<OfElement & { readonly vr: string }>({
    harm: 'strict-clients-refuse',
    says: 'absent',
    unread: true,
  }),
  'private-element-lost': kind<OfElement & { readonly vr: string; readonly size: number }>({
    harm: 'value-missing',
    says: 'absent',
    unread: true,
  }),
  /** `stored` and `returned` are texts; null where the value is bytes. */
  'element-changed': kind<OfElement & { readonly stored: string | null; readonly returned: string | null }>({
    harm: ofOtherValue,
    identity: ['tag'],
    says: 'altered',
  }),
  /** Only characters beyond ASCII differ: the text was written, or labelled, in another character set. */
  'element-text-garbled': kind<OfElement & { readonly stored: string; readonly returned: string }>({
    harm: 'text-garbled',
    says: 'altered',
    unread: 'characters',
  }),
  'element-vr-changed': kind<OfElement & { readonly stored: string; readonly returned: string }>({
    harm: 'label-misleads',
    identity: ['stored', 'returned'],
  }),
  'element-vr-unknown': kind<OfElement & { readonly stored: string; readonly returned: string }>({
    harm: 'label-misleads',
  }),
  'sequence-items-changed': kind<OfElement & { readonly stored: number; readonly returned: number }>({
    harm: ({ stored, returned }) => (returned < stored ? 'value-missing' : 'value-altered'),
    identity: ['tag'],
  }),
  /** Lengths in bytes; `how` as `BytePattern` has it, `same` counts the bytes at the beginning that are alike. */
  'pixels-changed': kind<
    OfInstance & { readonly stored: number; readonly returned: number; readonly how: string; readonly same: number }
  >({
    harm: 'image-altered',
  }),
  'pixels-cut-short': kind<OfInstance & { readonly stored: number; readonly returned: number }>({
    harm: 'image-cut',
    unread: true,
  }),
  'instance-frames-changed': kind<OfInstance & { readonly stored: number; readonly returned: number }>({
    harm: ({ stored, returned }) => (returned < stored ? 'images-unseen' : 'image-altered'),
    unread: true,
  }),
  /** `tag` is that of the first one. */
  'coercion-untraced': kind<
    OfInstance & { readonly tag: string; readonly tags: readonly string[]; readonly count: number }
  >({
    harm: 'origin-unclear',
    identity: ['tag'],
    says: 'altered',
  }),
  'addition-untraced': kind<OfInstance & { readonly tags: readonly string[]; readonly count: number }>({
    harm: 'origin-unclear',
  }),
} as const;
