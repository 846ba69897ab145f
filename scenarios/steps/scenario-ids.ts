/** Ids of the tutorial's scenarios whose answers the duties use. Every other id stands in its scenario alone. */
export const TUTORIAL_IDS = {
  storeOne: 'T01',
  storeIntoStudy: 'T02',
  storeTheRest: 'T03',
  retrieveStudy: 'T04',
  studyMetadata: 'T06',
  retrieveSeries: 'T07',
} as const;

/** The scenarios that store the study. */
export const STORES: readonly string[] = [
  TUTORIAL_IDS.storeOne,
  TUTORIAL_IDS.storeIntoStudy,
  TUTORIAL_IDS.storeTheRest,
];
