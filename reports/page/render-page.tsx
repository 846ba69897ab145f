/** @jsxImportSource preact */
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Results } from '../../lib/results/results.ts';
import { terminalSummary } from '../terminal.ts';

/** The report as one HTML document. */
export function renderPage(results: Results): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'" />
        <title>{results.summary.sentence}</title>
      </head>
      <body>
        <pre>{terminalSummary(results, { color: false })}</pre>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}
