/** @jsxImportSource preact */
import type { ExchangeRecord } from '../../lib/results/results.ts';
import { curlOf } from '../curl-of.ts';
import { requestText, responseText } from '../exchange-text.ts';
import { visible } from '../visible-text.ts';
import { anchor } from './anchor.ts';
import { say } from './say.ts';
import { scrollable } from './scrollable.ts';

/** Request and response as text, and the command that repeats the request. */
export function Exchange({ exchange }: { readonly exchange: ExchangeRecord }) {
  const id = anchor('exchange', exchange.id);
  return (
    <>
      <details class="exchange" id={id}>
        <summary>
          <span {...say('exchange')} /> <code>{visible(exchange.id, 60)}</code>{' '}
          <span class="faint">{summaryOf(exchange)}</span>
        </summary>
        <div class="two">
          <TextBox word="request" text={requestText(exchange)} />
          <TextBox word="response" text={responseText(exchange)} />
        </div>
      </details>
      <details class="exchange">
        <summary>
          <span {...say('curl')} /> <span class="faint">curl</span>
        </summary>
        <p class="faint" {...say('curlNote')} />
        <CopyBox word="curl" id={`${id}-curl`} text={curlOf(exchange)} />
      </details>
    </>
  );
}

function summaryOf({ operation, request, response, failure }: ExchangeRecord): string {
  const answer = response ? String(response.status) : (failure?.code ?? 'no response');
  return `${visible(operation, 80)}: ${visible(request.method, 20)} → ${answer}`;
}

function TextBox({ word, text }: { readonly word: 'request' | 'response'; readonly text: string }) {
  return (
    <div>
      <p class="label" {...say(word)} />
      <pre {...scrollable(word)}>{text}</pre>
    </div>
  );
}

/** Text with a button that copies it; the button shows only where the script runs. */
export function CopyBox({
  word,
  id,
  text,
}: {
  readonly word: 'curl' | 'recipe' | 'ticket';
  readonly id: string;
  readonly text: string;
}) {
  return (
    <div class="copy-box">
      <button type="button" class="copy" data-copy={id} hidden {...say('copy')} />
      <pre id={id} {...scrollable(word)}>
        {text}
      </pre>
    </div>
  );
}
