/** The parts of the report: first screen, toolbar, findings, clauses, load. */
export const STYLE_PARTS = `
header.first { padding-block: 2.2rem 1rem; }
.kind { color: var(--faint); margin: 0 0 0.3rem; }
.banner { margin: 0.9rem 0 1.6rem; padding: 0.15rem 0 0.15rem 1rem; border-left: 6px solid var(--faint); }
.banner.fail { border-color: var(--fail); } .banner.pass { border-color: var(--pass); } .banner.incomplete { border-color: var(--incomplete); }
.word { font-size: clamp(1.7rem, 1.3rem + 1.8vw, 2.5rem); font-weight: 680; line-height: 1.15; margin: 0; letter-spacing: -0.015em; }
.fail > .word { color: var(--fail); } .pass > .word { color: var(--pass); } .incomplete > .word { color: var(--incomplete); }
.plain { font-size: 1.2rem; line-height: 1.4; max-width: 62ch; }
.gravest ol { padding-left: 1.4rem; margin: 0; } .gravest ol > li { padding-block: 0.2rem; } .gravest li li { padding: 0.1rem 0; overflow-wrap: anywhere; }
.scope-key { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; list-style: none; padding: 0; font-size: 0.875rem; }
.swatch { display: inline-block; width: 0.8em; height: 0.8em; border-radius: 2px; background: var(--rule); border: 1px solid var(--faint); }
.swatch.judged { background: #4d9a5e; } .swatch.partly { background: #a9cf8f; } .swatch.notJudged { background: #9a83cf; } .swatch.notPlayed { background: #d9b36c; }
.scope table { margin-bottom: 0.6rem; } .scope tbody :is(th, td) { border: 0; padding-block: 0.12rem; vertical-align: middle; font-size: 0.8125rem; } .scope tbody th { width: 9.5rem; font-weight: 400; } .scope tbody .number { width: 4.5rem; color: var(--faint); }
.bar .judged { fill: #4d9a5e; } .bar .partly { fill: #a9cf8f; } .bar .notJudged { fill: #9a83cf; } .bar .notPlayed { fill: #d9b36c; }
:is(.not-judged, .legend-fold) > summary { color: var(--link); padding: 0.2rem 0; } .legend-fold .legend { display: grid; gap: 0.25rem; } .legend-fold dt { min-width: 6.5rem; }
.by-harm > h3 { font-size: 1.05rem; margin-top: 1.6rem; padding-bottom: 0.3rem; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5rem clamp(1.5rem, 4vw, 4rem); }
.facts { margin: 0; font-size: 0.875rem; }
.facts > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0.8rem; padding: 0.3rem 0; border-bottom: 1px solid var(--rule); }
dt { color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; }
:is(.not-judged, .gravest) { margin-top: 1.4rem; }
:is(.not-judged, .gravest) ul { list-style: none; padding: 0; }
.not-judged li { padding: 0.12rem 0; }
.not-judged b { display: inline-block; min-width: 2.2rem; }
.notice { background: var(--warn-bg); border-radius: 6px; padding: 0.7rem 0.9rem; margin-block: 1rem; }
.notice :is(p, h2) { margin-block: 0.1rem 0.3rem; }
.notice strong, .notice h2 { color: var(--warn); }
.notice .faint { color: inherit; }

.badge { display: inline-block; padding: 0.02rem 0.5rem 0.06rem; border-radius: 1rem; font-size: 0.78rem; font-weight: 560; line-height: 1.5; white-space: nowrap; color: var(--untested); background: var(--untested-bg); }
.badge.fail, .pill.fail:has(:checked) { color: var(--fail); background: var(--fail-bg); }
.badge.warn, .pill.warn:has(:checked) { color: var(--warn); background: var(--warn-bg); }
.badge.incomplete, .pill.incomplete:has(:checked) { color: var(--incomplete); background: var(--incomplete-bg); }
.badge.info, .pill.info:has(:checked) { color: var(--info); background: var(--info-bg); }
.badge.pass, .pill.pass:has(:checked) { color: var(--pass); background: var(--pass-bg); }

.bar-top { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--rule); padding-block: 0.5rem; max-width: none; padding-inline: max(clamp(1rem, 3vw, 2.5rem), calc((100vw - 76rem) / 2 + clamp(1rem, 3vw, 2.5rem))); }
.contents ul { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; list-style: none; padding: 0; margin: 0 0 0.4rem; font-size: 0.875rem; }
.contents a { text-decoration: none; } .contents a:hover { text-decoration: underline; }
.toolbar { display: flex; flex-wrap: wrap; gap: 0.4rem 0.6rem; align-items: center; font-size: 0.8125rem; }
.toolbar fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0.25rem; }
.toolbar :is(input[type=search], select, button), .copy { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--rule); border-radius: 6px; padding: 0.22rem 0.55rem; max-width: 100%; }
.toolbar :is(button), .copy { cursor: pointer; }
.toolbar input[type=search] { flex: 1 1 9rem; min-width: 7rem; max-width: 18rem; }
.pill { display: inline-flex; gap: 0.3rem; align-items: center; padding: 0.14rem 0.55rem; border-radius: 1rem; border: 1px solid var(--rule); cursor: pointer; }
.pill input { margin: 0; width: 0.85rem; height: 0.85rem; accent-color: currentColor; }
.pill:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }
.toolbar output { color: var(--faint); font-variant-numeric: tabular-nums; }
#language { margin-left: auto; } .pill .number { font-weight: 620; }

main { padding-bottom: 5rem; }
.certificate { padding-top: 1.6rem; max-width: 54rem; } .certificate h2.small { margin-top: 1rem; } .certificate .banner { margin-bottom: 0.9rem; }
.certificate .kind { display: flex; justify-content: space-between; }
.two-columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); column-gap: 2rem; }
.history { padding-top: 1.6rem; } .history .kind { display: flex; justify-content: space-between; } .history tbody th { min-width: 10rem; } .history thead th { white-space: normal; overflow-wrap: break-word; } .history td { overflow-wrap: anywhere; }
.hash { margin: 0; font-size: 0.8125rem; } .hash code { font-size: 0.75rem; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5rem; margin-top: 3.2rem; font-size: 0.8125rem; color: var(--faint); break-inside: avoid; }
.rule-line { display: block; border-top: 1px solid var(--ink); margin-bottom: 0.3rem; }
.scenarios { table-layout: fixed; } .scenarios th:first-child { width: 9.5rem; overflow-wrap: anywhere; }
.scenarios th:nth-child(2) { width: 38%; } .scenarios th:nth-child(3) { width: 7%; } .scenarios th:nth-child(4) { width: 13%; } .scenarios th:last-child { width: 5.5rem; }
.links { line-height: 1.6; } .links a { margin-right: 0.6rem; white-space: nowrap; }
.links a.fail { color: var(--fail); } .links a.warn { color: var(--warn); }
.matrix { width: auto; min-width: 50%; }
.tally { font-variant-numeric: tabular-nums; margin-right: 0.5rem; font-size: 0.8125rem; white-space: nowrap; color: var(--faint); }
.tally.fail { color: var(--fail); font-weight: 620; } .tally.warn { color: var(--warn); font-weight: 620; } .tally.incomplete { color: var(--incomplete); }
tr:target > *, .cause:target > summary { background: var(--info-bg); }

.cause { border-top: 1px solid var(--rule); content-visibility: auto; contain-intrinsic-size: auto 3.2rem; }
.cause[open] { content-visibility: visible; }
.cause:last-of-type { border-bottom: 1px solid var(--rule); }
.cause > summary { display: grid; grid-template-columns: 5.6rem minmax(0, 1fr) auto; gap: 0.2rem 0.6rem; align-items: baseline; padding: 0.65rem 0; list-style: none; }
.cause > summary::-webkit-details-marker { display: none; }
.cause > summary .badge { justify-self: start; }
.cause > summary:hover { background: var(--raised); }
.claim { font-weight: 560; overflow-wrap: anywhere; }
:root:lang(ja) .in-english, :root:not(:lang(ja)) .in-japanese { display: none; }
.rule { display: block; color: var(--faint); font-size: 0.8125rem; overflow-wrap: anywhere; }
.times { margin-left: 0.5rem; color: var(--ink); font-weight: 560; }
.cause .body { padding: 0 0 1.6rem 6.2rem; }
.duty { margin-top: 0; }
.difference { margin-block: 0.8rem; }
.difference dl { margin: 0; background: var(--raised); border-radius: 6px; padding: 0.5rem 0.9rem; }
.difference dl > div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0.8rem; padding: 0.18rem 0; }
.difference code { white-space: pre-wrap; }
.reasons { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0.8rem 2rem; margin: 0.9rem 0; }
.reasons dt { font-weight: 560; color: var(--ink); }
.reasons :is(.disputed, .whyWarn) { background: var(--warn-bg); border-radius: 6px; padding: 0.5rem 0.8rem; }
.reasons :is(.disputed, .whyWarn) dt { color: var(--warn); }
.exchange { margin-block: 0.1rem; }
.exchange > summary { color: var(--link); padding: 0.15rem 0; overflow-wrap: anywhere; }
.exchange > summary code { color: inherit; }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr); gap: 0.3rem 1rem; margin-bottom: 0.6rem; }
.copy-box { position: relative; margin-bottom: 0.6rem; }
.copy { position: absolute; top: 0.45rem; right: 0.45rem; font-size: 0.8125rem; }
.also { list-style: none; padding: 0; font-size: 0.875rem; } .also li { padding: 0.15rem 0; overflow-wrap: anywhere; }
.hex { overflow-x: auto; margin-top: 0.4rem; }
.hex table { width: auto; margin: 0; font-size: 0.8125rem; }
.hex :is(th, td) { border: 0; padding: 0.05rem 1.4rem 0.05rem 0; white-space: nowrap; font-weight: 400; }
.hex tbody th { color: var(--faint); }
.hex :is(span, mark) { margin-right: 0.45ch; padding: 0 1px; }
.hex .ascii { margin-left: 1ch; color: var(--faint); white-space: pre; }

.tree { overflow-x: auto; background: var(--raised); border-radius: 6px; padding: 0.4rem 0.8rem; margin-block: 0.2rem 0.5rem; }
.tree ul { list-style: none; margin: 0; padding: 0; } .tree ul ul { padding-left: 0.9rem; border-left: 1px solid var(--rule); margin-left: 0.2rem; }
.tree li { padding: 0.05rem 0; } .tree .name { font-weight: 560; } .tree code { overflow-wrap: anywhere; } .tree mark { padding: 0.05rem 0.2rem; }
.timeline { width: auto; min-width: min(100%, 34rem); margin-bottom: 0.6rem; } .timeline .shows > * { background: var(--fail-bg); } .timeline .here { color: var(--fail); font-weight: 560; } .timeline td:last-child { white-space: nowrap; }
.why-warn { font-size: 0.8125rem; } .why-warn b { color: var(--warn); }
.brief-why { display: block; color: var(--warn); }

.rows { border-top: 1px solid var(--rule); }
.rows > summary { padding: 0.5rem 0; }
.rows + :not(.rows) { border-top: 1px solid var(--rule); }
.clause > summary { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.5fr); gap: 0.2rem 1rem; align-items: center; list-style: none; padding: 0.38rem 0; }
.wrap { display: flex; flex-wrap: wrap; }
.tallies { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0.2rem 1rem; align-items: center; }
.clause > summary::-webkit-details-marker { display: none; }
.clause > summary:hover { background: var(--raised); }
.document:not(:has(.clause:not([hidden]))) { display: none; }
.stacked tbody th { white-space: nowrap; }
.clause td:nth-child(4) { width: 46%; } .clause td:nth-child(5) { width: 22%; font-size: 0.8125rem; }
.clause tbody th, .counts tbody th { white-space: nowrap; }
.bar { display: block; width: 100%; height: 7px; border-radius: 3px; }
.bar .fail { fill: var(--fail); } .bar .warn { fill: #d9930d; } .bar .incomplete { fill: #9a83cf; } .bar .info { fill: #5d9fc9; } .bar .pass { fill: #4d9a5e; } .bar :is(.untested, .untestable) { fill: var(--rule); }
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; font-size: 0.8125rem; margin: 0.4rem 0 0; }
.legend div { display: flex; gap: 0.5rem; align-items: baseline; }
.differs > * { background: var(--warn-bg); }

.pictures { display: flex; flex-wrap: wrap; gap: 1.2rem; } figure { margin: 0; }
figure { max-width: 100%; } .pair { display: flex; gap: 0.6rem; } .pair div { display: grid; gap: 0.2rem; align-content: start; min-width: 0; } .pair img { max-width: min(16rem, 100%); max-height: 16rem; border: 1px solid var(--rule); }
figcaption { font-size: 0.875rem; margin-bottom: 0.3rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 0.9rem 1.6rem; margin: 0 0 1rem; }
.figures dd { font-size: 1.35rem; font-variant-numeric: tabular-nums; }
.figures dt { font-size: 0.875rem; }
.slim { display: flex; gap: 1rem; align-items: center; justify-content: space-between; }
.slim ul { margin: 0; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 1.4rem 2.4rem; margin-block: 1rem 1.6rem; }
.chart svg { width: 100%; height: auto; display: block; }
.grid { stroke: var(--rule); stroke-width: 1; }
.tick { fill: var(--faint); font: 12px var(--sans); } .end { text-anchor: end; } .middle { text-anchor: middle; }
.hit { fill: transparent; } .hit:hover { fill: var(--rule); fill-opacity: 0.6; }
.line { pointer-events: none; fill: none; stroke-width: 1.8; stroke-linejoin: round; }
.line.first { stroke: #2f7fc1; } .line.second { stroke: #d9820d; } .line.third { stroke: #7d62bf; } .line.fail { stroke: #cf3b30; }
.key { display: inline-block; margin-left: 1rem; color: var(--faint); font-size: 0.8125rem; }
.key::before { content: ""; display: inline-block; width: 1.1em; height: 3px; border-radius: 2px; vertical-align: middle; margin-right: 0.4em; background: #2f7fc1; }
.key.second::before { background: #d9820d; } .key.third::before { background: #7d62bf; } .key.fail::before { background: #cf3b30; }
.multiples { display: flex; flex-wrap: wrap; gap: 0.8rem 1.6rem; margin: 0.3rem 0 1rem; } .multiple { margin: 0; width: 10rem; } .multiple svg { width: 100%; height: auto; display: block; } .multiple figcaption { font-size: 0.8125rem; display: flex; justify-content: space-between; gap: 0.6rem; } .dot { fill: #2f7fc1; } h4 { font-size: 0.9375rem; margin: 0.6rem 0 0; }
.spark { width: 8rem; height: 1.1rem; display: block; } .spark rect { fill: #2f7fc1; }
.wide { overflow-x: auto; }
.uids { columns: 24rem; list-style: none; padding: 0; }

@media screen and (min-width: 60rem) {
  .difference dl { display: grid; grid-template-columns: 1fr 1fr; gap: 0.3rem 2rem; } .difference dl > div:nth-child(3) { grid-column: 1 / -1; }
  .difference dl > div:nth-child(-n + 2) { display: block; }
}
@media (max-width: 46rem) {
  html { scroll-padding-top: 1rem; }
  .bar-top { position: static; }
  .columns, .two, .tallies, .clause > summary { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 7rem minmax(0, 1fr); }
  .cause > summary { grid-template-columns: auto minmax(0, 1fr); }
  .cause > summary .times { grid-row: 1; grid-column: 2; justify-self: end; }
  .cause > summary .title { grid-column: 1 / -1; }
  .cause .body { padding-left: 0; }
  :is(.rows, .stacked) :is(table, tbody, tr, td, tbody th) { display: block; border: 0; padding: 0; width: auto !important; }
  :is(.rows, .stacked) thead { display: none; }
  :is(.rows, .stacked) tbody tr { border-bottom: 1px solid var(--rule); padding-block: 0.5rem; }
  :is(.rows, .stacked) tbody :is(td, th):empty { display: none; }
  .scenarios :is(td, thead th):is(:nth-child(3), :nth-child(6)) { display: none; }
  .scenarios :is(thead, td:empty) { display: none; }
  .scenarios :is(caption, tbody) { display: block; }
  .scenarios tbody tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; border-bottom: 1px solid var(--rule); padding-block: 0.5rem; }
  .scenarios tbody :is(th, td) { width: auto !important; border: 0; padding: 0; }
  .scenarios td:nth-child(2) { grid-row: 2; grid-column: 1 / -1; }
  .scenarios .links { grid-column: 1 / -1; font-size: 0.8125rem; }
  .counts { font-size: 0.8125rem; } .counts :is(th, td) { padding-right: 0.35rem; } .counts .badge { padding-inline: 0.3rem; font-size: 0.7rem; }
  .counts { table-layout: fixed; } .counts :is(th:first-child) { width: 5.6rem; } .counts .badge { white-space: normal; overflow-wrap: anywhere; text-align: center; padding-inline: 0.2rem; font-size: 0.65rem; }
  .tick { font-size: 20px; }
  .difference dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .timeline, .timeline :is(tbody, tr, td) { display: block; border: 0; padding: 0; min-width: 0; } .timeline thead { display: none; }
  .timeline tbody tr { display: flex; flex-wrap: wrap; gap: 0 0.9rem; padding: 0.4rem 0.3rem; border-bottom: 1px solid var(--rule); }
  .timeline td:nth-child(2) { order: -1; flex-basis: 100%; overflow-wrap: anywhere; } .timeline .shows > * { background: none; } .timeline .shows { background: var(--fail-bg); }
}
`;
