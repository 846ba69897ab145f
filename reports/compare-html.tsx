/** @jsxImportSource preact */
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Comparison } from '../lib/results/compare.ts';
import { sideText } from './compare-terminal.ts';
import { serverName } from './server-name.ts';
import { visible } from './visible-text.ts';

/** The comparison as one HTML document. */
export function compareHtml({ before, after, sentence, changes }: Comparison): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'" />
        <title>{visible(sentence)}</title>
      </head>
      <body>
        <h1>{`${serverName(before)} → ${serverName(after)}`}</h1>
        <p>{visible(sentence)}</p>
        <table>
          {changes.map((change) => (
            <tr key={change.requirement}>
              <td>{change.kind}</td>
              <td>{change.requirement}</td>
              <td>{`${sideText(change.before)} → ${sideText(change.after)}`}</td>
              <td>{visible(change.statement)}</td>
            </tr>
          ))}
        </table>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}
