import type { SearchLevel } from '../../answers/levels.ts';

/** Where the value of a returned attribute comes from: the stored instances, a count, or the server itself. */
type AttributeSource = 'stored' | 'series-of-study' | 'instances-of-study' | 'instances-of-series' | 'modalities';

export interface ReturnAttribute {
  readonly tag: string;
  readonly source: AttributeSource;
}

const stored = (...tags: readonly string[]): ReturnAttribute[] => tags.map((tag) => ({ tag, source: 'stored' }));

/** Attributes that a server shall return at each level, marked R and U (PS3.18 Tables 10.6.3-3 to 10.6.3-5). */
export const REQUIRED: Readonly<Record<SearchLevel, readonly ReturnAttribute[]>> = {
  study: [
    ...stored('00080020', '00080030', '00080050', '00080090', '00100010', '00100020', '00100030', '00100040'),
    ...stored('0020000D', '00200010'),
    { tag: '00080061', source: 'modalities' },
    { tag: '00201206', source: 'series-of-study' },
    { tag: '00201208', source: 'instances-of-study' },
  ],
  series: [...stored('00080060', '0020000E', '00200011'), { tag: '00201209', source: 'instances-of-series' }],
  instance: stored('00080016', '00080018', '00200013'),
};

/** Attributes that a server shall return when they are known, marked C, as far as they are stored in instances. */
export const IF_KNOWN: Readonly<Record<'series' | 'instance', readonly ReturnAttribute[]>> = {
  series: stored('0008103E', '00400244', '00400245', '00400275'),
  instance: stored('00280008', '00280010', '00280011', '00280100'),
};

/**
 * Attributes that a server may return beside those, of which there is no doubt to which level they belong (PS3.3 §C.7.1 to
 * §C.7.6). Those first that servers mostly know.
 */
export const OPTIONAL: Readonly<Record<SearchLevel, readonly string[]>> = {
  study: [
    ...['00081030', '00101010', '00101020', '00101030', '00080030', '00100040', '00200010', '00081048', '00081060'],
    ...['00081080', '00100032', '00102160', '00102180', '001021B0', '00104000'],
  ],
  series: [
    ...['0008103E', '00200011', '00200060', '00180015', '00181030', '00080021', '00080031', '00080070', '00080080'],
    ...['00081010', '00081040', '00081050', '00081070', '00081090', '00400254'],
  ],
  instance: [
    ...['00280010', '00280011', '00280008', '00280100', '00080008', '00280004', '00280002', '00280101', '00204000'],
    ...['00080023', '00080033', '00200012', '00280102', '00280103', '00080012'],
  ],
};

export const INSTANCE_AVAILABILITY = '00080056';
export const TIMEZONE_OFFSET = '00080201';
