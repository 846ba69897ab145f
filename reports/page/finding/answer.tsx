/** @jsxImportSource preact */
import type { Breach } from '../../../lib/breaches/breach.ts';
import type { AnswerBytes, AnswerNode, AnswerView } from '../../../lib/results/answer-view.ts';
import type { ExchangeRecord } from '../../../lib/results/results.ts';
import { visible } from '../../visible-text.ts';
import { plainHexRows } from '../hex.ts';
import { say } from '../say.ts';
import { scrollable } from '../scrollable.ts';
import { answerHead } from './answer-head.ts';

interface AnswerProps {
  readonly breach: Breach;
  readonly exchange: ExchangeRecord;
  /** The answer as the run parsed it; undefined where its body was not kept. */
  readonly view: AnswerView | undefined;
}

/** The answer as a tree, open at the place of the breach, and the bytes there. */
export function Answer({ breach: { where }, exchange, view }: AnswerProps) {
  const tree = view?.tree ?? answerHead(exchange, where);
  if (!tree && !view?.bytes) return null;
  const offset = where.kind === 'bytes' ? where.offset : null;
  return (
    <details class="exchange answer" open>
      <summary {...say('parsed')} />
      {tree ? (
        <div class="tree" {...scrollable('parsed')}>
          <ul>
            <Node node={tree} depth={0} />
          </ul>
        </div>
      ) : null}
      {view?.bytes ? <Bytes bytes={view.bytes} offset={offset} /> : null}
    </details>
  );
}

/** No deeper, whatever results say. */
const DEEPEST = 32;
const MOST_CHILDREN = 60;

function Node({ node, depth }: { readonly node: AnswerNode; readonly depth: number }) {
  const { children = [], left = 0 } = node;
  if (depth > DEEPEST) return null;
  return (
    <li>
      <Line node={node} />
      {children.length > 0 ? (
        <ul>
          {children.slice(0, MOST_CHILDREN).map((child, index) => (
            <Node key={index} node={child} depth={depth + 1} />
          ))}
          {left > 0 ? <li class="faint">+ {left}</li> : null}
        </ul>
      ) : null}
    </li>
  );
}

function Line({ node: { label, text, marked, absent } }: { readonly node: AnswerNode }) {
  const line = (
    <>
      <span class="name">{visible(label, 100)}</span>
      {text === '' ? null : ` ${visible(text, 400)}`}
      {absent ? (
        <>
          {' '}
          <b {...say('absent')} />
        </>
      ) : null}
    </>
  );
  return <code>{marked ? <mark>{line}</mark> : line}</code>;
}

function Bytes({ bytes, offset }: { readonly bytes: AnswerBytes; readonly offset: number | null }) {
  return (
    <div class="hex" {...scrollable('bytesAt')}>
      <table>
        <thead>
          <tr>
            <th scope="col" {...say('offset')} />
            <th scope="col" {...say('observed')} />
          </tr>
        </thead>
        <tbody>
          {plainHexRows(bytes.offset, bytes.hexadecimal).map(({ offset: start, cells }) => (
            <tr key={start}>
              <th scope="row">{start.toString(16).padStart(8, '0')}</th>
              <td>
                {cells.map(({ hex }, index) =>
                  start + index === offset ? <mark key={index}>{hex}</mark> : <span key={index}>{hex}</span>,
                )}
                <span class="ascii">{cells.map(({ ascii }) => ascii).join('')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
