/** @jsxImportSource preact */
import type { PictureRecord, Results, ScenarioRecord } from '../../lib/results/results.ts';
import { visible } from '../visible-text.ts';
import { anchor } from './anchor.ts';
import { altOf, say } from './say.ts';

/** A picture of a run with the scenario that judged it. */
interface ShownPicture {
  readonly scenario: ScenarioRecord;
  readonly picture: PictureRecord;
}

/** Largest sum of pictures on a page, in characters of Base64. */
const MOST = 500_000;
/** Longest side that a browser is given to decode, in pixels: a small file can claim to be any size. */
const LONGEST_SIDE = 320;

/** The pictures that the page shows: those of a fair size, as long as there is room. */
export function shownPictures({ scenarios }: Results): ShownPicture[] {
  let sum = 0;
  return scenarios
    .flatMap((scenario) => scenario.pictures.map((picture) => ({ scenario, picture })))
    .filter(({ picture: { actual, expected } }) => {
      if (!isSmall(actual) || !isSmall(expected)) return false;
      sum += actual.length + expected.length;
      return sum <= MOST;
    });
}

/** Width and height of a PNG stand after its signature and the head of its IHDR chunk. */
function isSmall(png: string): boolean {
  const head = Buffer.from(png.slice(0, 32), 'base64');
  return head.length === 24 && head.readUInt32BE(16) <= LONGEST_SIDE && head.readUInt32BE(20) <= LONGEST_SIDE;
}

/** Rendered images and frames that were judged, beside what was expected. */
export function Pictures({ pictures }: { readonly pictures: readonly ShownPicture[] }) {
  if (pictures.length === 0) return null;
  return (
    <section id="pictures">
      <h2 {...say('pictures')} />
      <p class="faint" {...say('picturesNote')} />
      <div class="pictures">
        {pictures.map(({ scenario, picture }, index) => (
          <figure key={index}>
            <div class="pair">
              <Picture png={picture.expected} word="expected" label={picture.label} />
              <Picture png={picture.actual} word="observed" label={picture.label} />
            </div>
            <figcaption>
              <a href={`#${anchor('scenario', scenario.id)}`}>{visible(scenario.id, 60)}</a>{' '}
              {visible(picture.label, 120)}
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}

interface PictureProps {
  readonly png: string;
  readonly word: 'observed' | 'expected';
  readonly label: string;
}

function Picture({ png, word, label }: PictureProps) {
  const { alt, ...japanese } = altOf(word, visible(label, 120));
  return (
    <div>
      <img src={`data:image/png;base64,${png}`} alt={alt} {...japanese} />
      <span class="faint" {...say(word)} />
    </div>
  );
}
