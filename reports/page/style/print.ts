/**
 * Paper holds what a meeting reads: the first screen and one block a problem, with pages numbered. Everything else is in
 * the file, and the last line says so.
 */
export const STYLE_PRINT = `
@page { size: A4; margin: 12mm 14mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #5c6168; } }
.print-only { display: none; }
@media print {
  html { scroll-padding-top: 0; }
  body { font-size: 9.5pt; }
  body > * { max-width: none; padding-inline: 0; }
  .bar-top, .skip, .copy, .to-certificate, .not-judged, .cause .body > details, #findings > details, :is(#operations, #matrix, #pictures, #unjudged, #noted, #claims, #clauses) { display: none !important; }
  .print-only { display: block; margin-top: 1rem; }
  .cause { break-inside: avoid; } .cause > summary { padding: 0.35rem 0 0.15rem; } .cause .body { padding-bottom: 0.5rem; }
  .difference { margin-block: 0.3rem; } .difference dl { padding: 0.2rem 0.5rem; } .difference ~ .difference { display: none; }
  .reasons { gap: 0.3rem 1.2rem; margin: 0.3rem 0; grid-template-columns: 1fr 1fr; } #findings { font-size: 8pt; } #findings code { font-size: 7.5pt; }
  figcaption { font-size: 8pt; } .pair img { max-height: 2.6cm; } .first .facts > .command { display: none; }
  .rule { font-size: 7.5pt; } .difference dl > div { grid-template-columns: 4.5rem minmax(0, 1fr); gap: 0.6rem; padding: 0; }
  .cause > summary { grid-template-columns: 3.6rem minmax(0, 1fr) auto; } .cause > summary :is(.title, .times) { grid-column: auto; grid-row: auto; }
  h2 { margin-block: 1.2rem 0.3rem; } .hex tr:nth-child(n + 5) { display: none; }
  .first :is(.facts, .scope, .legend, .scope-key, table) { font-size: 8pt; } .first .facts > div { padding: 0.12rem 0; } .first h1 { font-size: 18pt; } .word { font-size: 20pt; } .plain { font-size: 11pt; }
  .scope tbody :is(th, td), .counts :is(th, td) { padding-block: 0.06rem; font-size: 8pt; } .legend-fold .legend { grid-template-columns: 1fr 1fr; }
  .cause > summary { padding-top: 0.2rem; } .cause .body { padding-bottom: 0.25rem; } .reasons { margin-block: 0.15rem; }
  .reasons :is(.disputed, .whyWarn) { grid-column: 1 / -1; padding: 0.1rem 0.4rem; } .reasons :is(dt, dd) { display: inline; margin: 0; } .reasons dt::after { content: ": "; }
  .duty, .remark { margin: 0; } .by-harm > h3 { margin-top: 0.8rem; }
  .first, .certificate { padding-top: 0; } .certificate button { display: none; } .certificate { font-size: 8.5pt; padding-bottom: 0; } .certificate .plain { font-size: 11pt; } .certificate h1 { font-size: 16pt; } .certificate .word { font-size: 20pt; } .certificate :is(.facts, .scope-key, table) { font-size: 8pt; } .certificate .facts > div { padding: 0.12rem 0; grid-template-columns: 5rem minmax(0, 1fr); } .certificate table { margin-bottom: 0; } .certificate :is(th, td) { padding-block: 0.15rem; } .certificate .signatures { margin-top: 1.4rem; } .certificate h2.small { margin-block: 0.4rem 0.1rem; font-size: 9pt; } .certificate code { font-size: 7.5pt; } .certificate tbody :is(th, td:nth-last-child(-n + 2)) { white-space: nowrap; } .certificate .banner { margin-block: 0.5rem; } .certificate .gravest { margin-top: 0; } .certificate .gravest ol > li { padding: 0; } .certificate .gravest { font-size: 8pt; line-height: 1.25; } .certificate .gravest ol { margin-block: 0.2rem; } .certificate section p { margin-block: 0.1rem; font-size: 8pt; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .cause { content-visibility: visible; }
  pre, .hex, .wide { max-height: none; overflow: visible; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  table { font-size: 8.5pt; }
  thead { display: table-header-group; }
  thead { break-after: avoid; } tbody tr:first-child { break-before: avoid; }
  tr, figure, .difference, .reasons > div, .facts > div, summary, .notice { break-inside: avoid; }
  h2, h3, .label, caption, summary { break-after: avoid; }
  th, td { padding-right: 0.5rem; }
  .cause .body { padding-left: 0; }
  .badge, mark, .notice, .difference dl, pre, .bar rect, .swatch, .reasons .disputed { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr); }
  .facts > div { grid-template-columns: 6.5rem minmax(0, 1fr); }
  .counts :is(th, td) { padding-right: 0.3rem; }
  h2 + p { break-after: avoid; }
  .two { grid-template-columns: minmax(0, 1fr); }
}
`;
