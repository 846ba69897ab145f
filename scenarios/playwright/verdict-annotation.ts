/** Annotation by which a test tells its verdict to the reporter. */
export const VERDICT_ANNOTATION = 'verdict';
