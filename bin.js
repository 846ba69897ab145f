#!/usr/bin/env node
// @ts-check
// Every Node parses this file, so that one that is too old is told so: no static import, and no syntax after ES2015.

/**
 * Least minor version of each major version that the dependencies take; every later major version is taken.
 *
 * @type {Readonly<Record<number, number>>}
 */
const LEAST_MINOR = { 20: 19, 22: 13, 23: 5 };
const LATER_MAJOR = 24;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major >= LATER_MAJOR || minor >= (LEAST_MINOR[major] || Infinity)) {
  import('./start.js');
} else {
  process.stderr.write(
    `dicomweb-harness needs Node.js 20.19, 22.13, 23.5, 24 or a later release of these; this is ${process.version}\n`,
  );
  process.exitCode = 4;
}
