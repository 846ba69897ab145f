import { after, before, describe } from 'node:test';
import type { Browser } from '@playwright/test';
import { launch, skipWithoutBrowser } from './browser.ts';
import { axeTests } from './in-browser/axe.ts';
import { certificateTests } from './in-browser/certificate.ts';
import { hostilePageTests } from './in-browser/hostile-page.ts';
import { pageTests } from './in-browser/page.ts';
import { printTests } from './in-browser/print.ts';
import { realRunTests } from './in-browser/real-run.ts';
import { sectionTests } from './in-browser/sections.ts';

/** All tests that open a page share a browser: to start one costs as much as to open thirty pages in it. */
let browser: Browser | undefined;
before(async () => {
  if (!skipWithoutBrowser()) browser = await launch();
});
after(() => browser?.close());

function running(): Browser {
  if (browser === undefined) throw new Error('the browser is started before the tests');
  return browser;
}

describe('a page', () => pageTests(running));
describe('a page of a real run', () => realRunTests(running));
describe('a page of what a hostile server says', () => hostilePageTests(running));
describe('a page by axe', () => axeTests(running));
describe('a page on paper', () => printTests(running));
describe('the certificate', () => certificateTests(running));
describe('the sections of a page', () => sectionTests(running));
