/**
 * Which bodies a run keeps as files. `all`: every one; `findings`: what a failure or a warning cites, what a script sends
 * again, and small bodies; `none`: no file.
 */
export const EVIDENCE = ['all', 'findings', 'none'] as const;
export type EvidenceChoice = (typeof EVIDENCE)[number];
