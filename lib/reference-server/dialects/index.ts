import { awsHealthImaging } from './aws-healthimaging.ts';
import { azureDicom } from './azure-dicom.ts';
import { dcm4cheeArc } from './dcm4chee-arc.ts';
import type { Dialect } from './dialect.ts';
import { googleHealthcare } from './google-healthcare.ts';

export type { Dialect } from './dialect.ts';

/** Every product whose documented behaviour is played. */
export const DIALECTS: readonly Dialect[] = [azureDicom, googleHealthcare, dcm4cheeArc, awsHealthImaging];
