/** @jsxImportSource preact */
import type { Breach } from '../../lib/breaches/breach.ts';
import type { ByteWindow } from '../../lib/breaches/place.ts';
import { visible } from '../visible-text.ts';
import { whereText } from '../where.ts';
import type { Told } from '../words/tell.ts';
import { hexRows } from './hex.ts';
import { InBoth } from './in-both.tsx';
import { say, sayText } from './say.ts';
import { scrollable } from './scrollable.ts';
import { whereJapanese } from './where-japanese.ts';

/** Expected beside observed, what differs marked, where it is, and the bytes where they were kept. */
export function Difference({ breach, told }: { readonly breach: Breach; readonly told: Told }) {
  const { english, japanese } = told;
  return (
    <div class="difference">
      <dl>
        <div>
          <dt {...say('expected')} />
          <dd>
            <InBoth
              english={marked(english.expected, english.observed)}
              japanese={marked(japanese.expected, japanese.observed)}
            />
          </dd>
        </div>
        <div>
          <dt {...say('observed')} />
          <dd>
            <InBoth
              english={marked(english.observed, english.expected)}
              japanese={marked(japanese.observed, japanese.expected)}
            />
          </dd>
        </div>
        <div>
          <dt {...say('where')} />
          <dd>
            <span {...sayText(whereText(breach.where), whereJapanese(breach.where))} />
          </dd>
        </div>
      </dl>
      {breach.bytes ? <HexWindow bytes={breach.bytes} /> : null}
    </div>
  );
}

/** A text, what differs in it from the other one marked. */
function marked(text: string, other: string) {
  const [start, end] = tellingEnds(visible(text), visible(other));
  return <Marked text={visible(text)} start={start} end={end} />;
}

interface MarkedProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Marks the middle that differs; where nothing is common, marking all would say nothing. */
function Marked({ text, start, end }: MarkedProps) {
  if (text === '') return <code class="empty">∅</code>;
  if (start + end === 0) return <code>{text}</code>;
  const middle = text.slice(start, text.length - end);
  return (
    <code>
      {text.slice(0, start)}
      {middle === '' ? null : <mark>{middle}</mark>}
      {text.slice(text.length - end)}
    </code>
  );
}

/**
 * The common ends where they are at least half of the shorter text. Of texts that are built differently and quote one
 * value each, what differs inside the quotes is marked; of others, nothing.
 */
function tellingEnds(left: string, right: string): [start: number, end: number] {
  const [start, end] = commonEnds(left, right);
  if (2 * (start + end) >= Math.min(left.length, right.length)) return [start, end];
  const [quoted, other] = [onlyQuoted(left), onlyQuoted(right)];
  if (!quoted || !other || quoted.text === other.text) return [0, 0];
  const [inStart, inEnd] = commonEnds(quoted.text, other.text);
  return [quoted.at + inStart, left.length - quoted.at - quoted.text.length + inEnd];
}

/** The one value in quotes that a text has, and where it begins. */
function onlyQuoted(text: string): { readonly at: number; readonly text: string } | null {
  const [found, another] = [...text.matchAll(/"[^"]*"/g)];
  return found && !another ? { at: found.index, text: found[0] } : null;
}

/** Lengths of the common beginning and the common end, not overlapping and never inside a surrogate pair. */
function commonEnds(left: string, right: string): [start: number, end: number] {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  if (start > 0 && /[\ud800-\udbff]/.test(left.charAt(start - 1))) start--;
  let end = 0;
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  if (end > 0 && /[\udc00-\udfff]/.test(left.charAt(left.length - end))) end--;
  return [start, end];
}

function HexWindow({ bytes }: { readonly bytes: ByteWindow }) {
  return (
    <div class="hex" {...scrollable('bytesAt')}>
      <table>
        <thead>
          <tr>
            <th scope="col" {...say('offset')} />
            <th scope="col" {...say('expected')} />
            <th scope="col" {...say('observed')} />
          </tr>
        </thead>
        <tbody>
          {hexRows(bytes).map((row) => (
            <tr key={row.offset}>
              <th scope="row">{row.offset.toString(16).padStart(8, '0')}</th>
              <HexCell cells={row.expected} />
              <HexCell cells={row.actual} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HexCell({ cells }: { readonly cells: ReturnType<typeof hexRows>[number]['expected'] }) {
  return (
    <td>
      {cells.map(({ hex, differs }, index) =>
        differs ? <mark key={index}>{hex}</mark> : <span key={index}>{hex}</span>,
      )}
      <span class="ascii">{cells.map(({ ascii }) => ascii).join('')}</span>
    </td>
  );
}
