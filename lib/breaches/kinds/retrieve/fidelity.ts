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
    unread: true,
    cause: 'elements-lost',
  }),
  'element-emptied': kind<OfElement & { readonly stored: string | null }>({
    harm: ofMissingValue,
    cause: 'elements-emptied',
  }),
  'empty-element-lost': kind<OfElement & { readonly vr: string }>({
    harm: 'strict-clients-refuse',
    unread: true,
    cause: 'empty-elements-lost',
    follows: ['elements-lost'],
  }),
  'private-element-lost': kind<OfElement & { readonly vr: string; readonly size: number }>({
    harm: 'value-missing',
    unread: true,
    cause: 'private-elements-lost',
    follows: ['elements-lost'],
  }),
  /** `stored` and `returned` are texts; null where the value is bytes. */
  'element-changed': kind<OfElement & { readonly stored: string | null; readonly returned: string | null }>({
    harm: ofOtherValue,
    identity: ['tag'],
    alike: 'other-value',
    explains: ['other value of {tag}'],
    alters: true,
    manyAreOne: true,
  }),
  /** Only characters beyond ASCII differ: the text was written, or labelled, in another character set. */
  'element-text-garbled': kind<OfElement & { readonly stored: string; readonly returned: string }>({
    harm: 'text-garbled',
    cause: 'text-garbled',
    follows: ['character-set'],
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
  /** Lengths in bytes. */
  'pixels-changed': kind<OfInstance & { readonly stored: number; readonly returned: number }>({
    harm: 'image-altered',
  }),
  'pixels-cut-short': kind<OfInstance & { readonly stored: number; readonly returned: number }>({
    harm: 'image-cut',
    unread: true,
  }),
  'instance-frames-changed': kind<OfInstance & { readonly stored: number; readonly returned: number }>({
    unread: true,
    harm: ({ stored, returned }) => (returned < stored ? 'images-unseen' : 'image-altered'),
  }),
  /** `tag` is that of the first one. */
  'coercion-untraced': kind<
    OfInstance & { readonly tag: string; readonly tags: readonly string[]; readonly count: number }
  >({
    harm: 'origin-unclear',
    identity: ['tag'],
    follows: ['elements-lost', 'elements-emptied', 'empty-elements-lost', 'private-elements-lost', 'text-garbled'],
  }),
  'addition-untraced': kind<OfInstance & { readonly tags: readonly string[]; readonly count: number }>({
    harm: 'origin-unclear',
  }),
} as const;
