/**
 * Paper: everything open, nothing scrolls, rows stay whole. Tickets are files of their own, and of untested requirements
 * the tallies say enough.
 */
export const STYLE_PRINT = `
@page { size: A4; margin: 16mm 14mm; }
@media print {
  html { scroll-padding-top: 0; }
  body { font-size: 9.5pt; }
  body > * { max-width: none; padding-inline: 0; }
  .bar-top, .skip, .copy, .ticket, tr[data-filter^="untested"] { display: none !important; }
  .first, .certificate { padding-top: 0; } .certificate button { display: none; } .certificate { font-size: 8.5pt; padding-bottom: 0; } .certificate .plain { font-size: 11pt; } .certificate h1 { font-size: 16pt; } .certificate .word { font-size: 20pt; } .certificate :is(.facts, .scope-key, table) { font-size: 8pt; } .certificate .facts > div { padding: 0.12rem 0; grid-template-columns: 5rem minmax(0, 1fr); } .certificate table { margin-bottom: 0; } .certificate :is(th, td) { padding-block: 0.15rem; } .certificate .signatures { margin-top: 2rem; } .certificate h2.small { margin-top: 0.6rem; font-size: 9pt; } .certificate code { font-size: 7.5pt; } .certificate tbody :is(th, td:nth-last-child(-n + 2)) { white-space: nowrap; } .certificate .banner { margin-block: 0.5rem; } .certificate .gravest { margin-top: 0; } .certificate .gravest ol > li { padding: 0; }
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
  .badge, mark, .notice, .difference dl, pre, .bar rect, .reasons .disputed { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr); }
  .facts > div { grid-template-columns: 6.5rem minmax(0, 1fr); }
  .counts :is(th, td) { padding-right: 0.3rem; }
  .clause:not(:has(tr[data-filter]:not([data-filter^="untested"]))) > table { display: none; }
  h2 + p { break-after: avoid; }
  .two { grid-template-columns: minmax(0, 1fr); }
}
`;
