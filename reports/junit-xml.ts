/** One test case; `body` is the ready element that says why it did not simply succeed. */
export interface Case {
  readonly name: string;
  readonly className: string;
  /** Absent where no time can be told for it. */
  readonly seconds?: number;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly outcome: { readonly kind: 'success' | 'failure' | 'error' | 'skipped'; readonly body: string };
}

export interface Suite {
  readonly name: string;
  readonly seconds: number;
  readonly cases: readonly Case[];
}

/** An XML element; attribute values and text are escaped here and nowhere else. */
export function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): string {
  const listed = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${listed.join('')}>${escaped(text)}</${name}>`;
}

/** The document; every count is taken from the elements that it stands beside. `properties` are those of the run. */
export function suiteXml(
  name: string,
  timestamp: string,
  suites: readonly Suite[],
  properties: Case['properties'] = [],
): string {
  const all = suites.flatMap(({ cases }) => cases);
  const seconds = suites.reduce((sum, suite) => sum + suite.seconds, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escaped(name)}" ${counts(all)} time="${seconds.toFixed(3)}">`,
    ...(properties.length === 0 ? [] : [propertiesXml(properties)]),
    ...suites.map((suite) => {
      const open = `<testsuite name="${escaped(suite.name)}" ${counts(suite.cases)} time="${suite.seconds.toFixed(3)}" timestamp="${escaped(timestamp)}">`;
      return [open, ...suite.cases.map(caseXml), '</testsuite>'].join('\n');
    }),
    '</testsuites>',
    '',
  ].join('\n');
}

function caseXml({ name, className, seconds = 0, properties, outcome }: Case): string {
  return `<testcase name="${escaped(name)}" classname="${escaped(className)}" time="${seconds.toFixed(3)}">${propertiesXml(properties)}${outcome.body}</testcase>`;
}

function propertiesXml(properties: Case['properties']): string {
  const listed = properties.map(([key, value]) => `<property name="${escaped(key)}" value="${escaped(value)}"/>`);
  return `<properties>${listed.join('')}</properties>`;
}

function counts(cases: readonly Case[]): string {
  const of = (kind: Case['outcome']['kind']) => cases.filter(({ outcome }) => outcome.kind === kind).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes markup and drops what XML 1.0 has no way to write (section 2.2). */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
