/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { scrollable } from './scrollable.ts';
import type { Word } from './words.ts';

/** A table that may be wider than a phone: it scrolls by itself and not the page. */
export function ScrollingTable({ word, children }: { readonly word: Word; readonly children: ComponentChildren }) {
  return (
    <div class="wide" {...scrollable(word)}>
      {children}
    </div>
  );
}
