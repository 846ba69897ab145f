/** @jsxImportSource preact */
import { FRAME_REFUSALS } from '../../lib/breaches/kinds/retrieve/frame-refusals.ts';
import { FRAMES } from '../../lib/breaches/kinds/retrieve/frames.ts';
import { RENDERED } from '../../lib/breaches/kinds/retrieve/rendered.ts';
import type { Cause } from '../../lib/results/first-cause.ts';
import type { PictureRecord, Results, ScenarioRecord } from '../../lib/results/results.ts';
import { visible } from '../visible-text.ts';
import { anchor } from './anchor.ts';
import { altOf, say, sayText } from './say.ts';

/** Kinds of breaches of what is seen: frames and rendered pictures. */
const OF_PICTURES = { ...FRAMES, ...FRAME_REFUSALS, ...RENDERED };

/** A picture of a run with the scenario that judged it. */
export interface ShownPicture {
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
    .filter(({ picture: { actual, expected, difference } }) => {
      const all = [actual, expected, ...(difference ? [difference.picture] : [])];
      if (!all.every(isSmall)) return false;
      sum += all.reduce((length, png) => length + png.length, 0);
      return sum <= MOST;
    });
}

/** Width and height of a PNG stand after its signature and the head of its IHDR chunk. */
function isSmall(png: string): boolean {
  const head = Buffer.from(png.slice(0, 32), 'base64');
  return head.length === 24 && head.readUInt32BE(16) <= LONGEST_SIDE && head.readUInt32BE(20) <= LONGEST_SIDE;
}

/** Pictures by the id of the first cause that tells of them: of the same scenario, and about pixels. */
export function picturesByCause(
  causes: readonly Cause[],
  pictures: readonly ShownPicture[],
): ReadonlyMap<string, readonly ShownPicture[]> {
  const byCause = new Map<string, readonly ShownPicture[]>();
  const told = new Set<string>();
  for (const { id, lead } of causes) {
    const { breach, scenario } = lead;
    if (!(breach.code in OF_PICTURES) || told.has(scenario.id)) continue;
    const here = pictures.filter((shown) => shown.scenario.id === scenario.id);
    if (here.length === 0) continue;
    told.add(scenario.id);
    byCause.set(id, here);
  }
  return byCause;
}

/** Rendered images and frames that were judged, beside what was expected and where they differ. */
export function Pictures({ pictures }: { readonly pictures: readonly ShownPicture[] }) {
  if (pictures.length === 0) return null;
  return (
    <section id="pictures">
      <h2 {...say('pictures')} />
      <p class="faint" {...say('picturesNote')} />
      <div class="pictures">
        {pictures.map((shown, index) => (
          <PictureFigure key={index} shown={shown} />
        ))}
      </div>
    </section>
  );
}

/** Expected, observed and the difference of one picture. */
export function PictureFigure({ shown: { scenario, picture } }: { readonly shown: ShownPicture }) {
  const { label, expected, actual, difference } = picture;
  return (
    <figure>
      <div class="pair">
        <Picture png={expected} word="expected" label={label} />
        <Picture png={actual} word="observed" label={label} />
        {difference ? <Picture png={difference.picture} word="difference" label={label} /> : null}
      </div>
      <figcaption>
        <a href={`#${anchor('scenario', scenario.id)}`}>{visible(scenario.id, 60)}</a> {visible(label, 120)}
        {difference ? <Differing {...difference} /> : null}
      </figcaption>
    </figure>
  );
}

function Differing({ pixels, of }: { readonly pixels: number; readonly of: number }) {
  const [some, all] = [pixels.toLocaleString('en'), of.toLocaleString('en')];
  return (
    <span
      class="faint"
      {...sayText(
        `. ${some} of ${all} pixels differ (amber: hardly, red: clearly).`,
        `：全 ${all} 画素のうち ${some} 画素が相違（橙：わずか、赤：明らか）`,
      )}
    />
  );
}

interface PictureProps {
  readonly png: string;
  readonly word: 'observed' | 'expected' | 'difference';
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
