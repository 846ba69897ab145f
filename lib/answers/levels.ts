/** Levels of the information model that DICOMweb addresses (PS3.18 §10.1). */
export type SearchLevel = 'study' | 'series' | 'instance';

/** Tag of the UID that names an entity of each level. */
export const UID_TAGS: Readonly<Record<SearchLevel, string>> = {
  study: '0020000D',
  series: '0020000E',
  instance: '00080018',
};
