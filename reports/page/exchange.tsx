/** @jsxImportSource preact */
import type { ExchangeRecord } from '../../lib/results/results.ts';
import { curlOf } from '../curl-of.ts';
import { requestText, responseText } from '../exchange-text.ts';
import { visible } from '../visible-text.ts';
import { type Language, speaking } from '../words/language.ts';
import { sentenceOf } from '../words/requirement.ts';
import { anchor } from './anchor.ts';
import { say, sayText } from './say.ts';
import { scrollable } from './scrollable.ts';

/** Request and response as text, and the command that repeats the request. */
export function Exchange({ exchange }: { readonly exchange: ExchangeRecord }) {
  const id = anchor('exchange', exchange.id);
  return (
    <>
      <details class="exchange" id={id}>
        <summary>
          <span {...say('exchange')} /> <code>{visible(exchange.id, 60)}</code>{' '}
          <span class="faint" {...sayText(summaryOf(exchange), summaryOf(exchange, 'ja'))} />
        </summary>
        <div class="two">
          <TextBox word="request" text={requestText(exchange)} />
          <TextBox word="response" text={responseText(exchange)} />
        </div>
        <EvidenceFiles exchange={exchange} />
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

/** Links to the files that hold the bodies; they work where the page lies in the folder of its run. */
function EvidenceFiles({ exchange: { request, response } }: { readonly exchange: ExchangeRecord }) {
  const files = [request.body?.file, response?.body?.file].filter((file) => typeof file === 'string');
  if (files.length === 0) return null;
  return (
    <p class="links">
      <span class="faint" {...say('evidenceFiles')} />{' '}
      {files.map((file) => (
        <a key={file} href={`./${file.split('/').map(encodeURIComponent).join('/')}`}>
          {visible(file, 120)}
        </a>
      ))}
    </p>
  );
}

function summaryOf({ operation, request, response, failure }: ExchangeRecord, language: Language = 'en'): string {
  const say = speaking(language);
  const answer = response ? String(response.status) : (failure?.code ?? say('no response', '応答なし'));
  return `${visible(say(...sentenceOf(operation)), 80)}${say(': ', '：')}${visible(request.method, 20)} → ${answer}`;
}

function TextBox({ word, text }: { readonly word: 'request' | 'response'; readonly text: string }) {
  return (
    <div>
      <p class="label" {...say(word)} />
      <pre {...scrollable(word)}>{text}</pre>
    </div>
  );
}

/** Text with a button that copies it; the button shows only where the script runs. Commands are the same in both languages. */
export function CopyBox({
  word,
  id,
  text,
  japanese,
}: {
  readonly word: 'curl' | 'recipe' | 'ticket';
  readonly id: string;
  readonly text: string;
  readonly japanese?: string;
}) {
  return (
    <div class="copy-box">
      <button type="button" class="copy" data-copy={id} hidden {...say('copy')} />
      <pre id={id} {...scrollable(word)} data-ja={japanese}>
        {text}
      </pre>
    </div>
  );
}
