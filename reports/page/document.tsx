/** @jsxImportSource preact */
import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Language } from '../words/language.ts';
import { pageScript } from './script.ts';
import { STYLE } from './style/index.ts';

/**
 * A whole HTML document that asks nobody for anything: style and script stand inside and are the only ones that its
 * content security policy lets run; pictures come as data. `footer` stands at the foot of each printed page. The page opens
 * in `language`; without one, in that of the browser.
 */
export function documentOf(title: string, body: ComponentChildren, footer = '', language?: Language): string {
  const style = `${STYLE}${footerStyle(footer)}`;
  const script = pageScript();
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = (
    <html lang="en" data-language={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        {body}
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

/** Letters that mean nothing in a style sheet are kept, the others go. */
function footerStyle(footer: string): string {
  const plain = footer.replace(/[^\w ,.:+-]/g, ' ').slice(0, 120);
  return plain === '' ? '' : `\n@page { @bottom-left { content: "${plain}"; font: 8pt sans-serif; color: #5c6168; } }`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
