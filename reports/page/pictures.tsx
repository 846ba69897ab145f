/** @jsxImportSource preact */
import type { Results } from '../../lib/results/results.ts';
import { visible } from '../visible-text.ts';
import { anchor } from './anchor.ts';
import { say } from './say.ts';

/** Pictures of a run by their file name, as data URIs. */
export type PictureData = ReadonlyMap<string, string>;

/** Rendered images and frames that were judged, beside what was expected. */
export function Pictures({ results, data }: { readonly results: Results; readonly data: PictureData }) {
  const shown = results.scenarios.flatMap((scenario) =>
    scenario.pictures.map((picture) => ({ scenario, picture })).filter(({ picture }) => data.has(picture.actual)),
  );
  if (shown.length === 0) return null;
  return (
    <section id="pictures">
      <h2 {...say('pictures')} />
      <div class="pictures">
        {shown.map(({ scenario, picture }, index) => (
          <figure key={index}>
            <div class="pair">
              <Picture src={data.get(picture.actual)} word="observed" label={picture.label} />
              {picture.expected === undefined ? null : (
                <Picture src={data.get(picture.expected)} word="expected" label={picture.label} />
              )}
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
  readonly src: string | undefined;
  readonly word: 'observed' | 'expected';
  readonly label: string;
}

function Picture({ src, word, label }: PictureProps) {
  if (src === undefined) return null;
  return (
    <div>
      <img src={src} alt={`${word}: ${visible(label, 120)}`} />
      <span class="faint" {...say(word)} />
    </div>
  );
}
