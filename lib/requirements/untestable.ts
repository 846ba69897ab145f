/** A duty of PS3.18 that no exchange can show or refute, and why. Named in reports so that silence is no verdict. */
export interface Untestable {
  readonly clause: string;
  readonly duty: string;
  readonly why: string;
}

const DOCUMENT = 'It is kept by a document. Ask the vendor for the conformance statement.';

/** Duties named and not judged; a report shows them beside what was. */
export const UNTESTABLE: readonly Untestable[] = [
  { clause: 'PS3.18 §6', duty: 'Conformance is claimed by transaction in a conformance statement.', why: DOCUMENT },
  {
    clause: 'PS3.18 §8.11',
    duty: 'The security measures that the product uses are documented.',
    why: 'What is refused can be seen; what is written about it cannot.',
  },
  {
    clause: 'PS3.18 §10.4.5',
    duty: 'The conformance statement names what retrieve supports: resources, media types, transfer syntaxes.',
    why: DOCUMENT,
  },
  {
    clause: 'PS3.18 §10.5.5',
    duty: 'The conformance statement names the SOP classes stored, the limits of a store and what is coerced.',
    why: DOCUMENT,
  },
  {
    clause: 'PS3.18 §10.6.5',
    duty: 'The conformance statement names the matching, the attributes and the limits of search.',
    why: DOCUMENT,
  },
];
