import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findTool } from './tools.ts';

/** A Chromium to test pages in: the system's, else Playwright's own when it was downloaded, else null. */
export function chromiumPath(): string | null {
  const own = chromium.executablePath();
  return findTool('chromium') ?? (existsSync(own) ? own : null);
}
