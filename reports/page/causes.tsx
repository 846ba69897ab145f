/** @jsxImportSource preact */
import type { ExchangeRecord, Results } from '../../lib/results/results.ts';
import type { Cause } from '../first-cause.ts';
import { storedAgain } from '../reproduction.ts';
import { ticketText } from '../ticket.ts';
import { visible } from '../visible-text.ts';
import { whereText } from '../where.ts';
import { anchor } from './anchor.ts';
import { Badge } from './badge.tsx';
import { AlsoSeen, Duty, Reasons, Violations } from './cause-parts.tsx';
import { CopyBox, Exchange } from './exchange.tsx';
import { filterable } from './filterable.ts';
import { detailedCauses } from './page-budget.ts';
import { say, sayText } from './say.ts';

/** Causes that stand open when the page opens: a page with few is read from top to bottom. */
const OPEN = 12;

/** Breaches and warnings by first cause, worst first. */
export function Causes({ results, causes }: { readonly results: Results; readonly causes: readonly Cause[] }) {
  const detailed = detailedCauses(causes);
  const told = causes.filter(({ id }) => detailed.has(id));
  const brief = causes.filter(({ id }) => !detailed.has(id));
  const shown = new Set<string>();
  const total = causes.reduce((sum, { sightings }) => sum + sightings.length, 0);
  return (
    <section id="findings">
      <h2 {...say('findings')} />
      {causes.length === 0 ? (
        <p {...say('noFindings')} />
      ) : (
        <p
          class="faint"
          {...sayText(
            `${total} findings of ${causes.length} first causes, worst first.`,
            `${total} 件の指摘、原因は ${causes.length} 件（重大な順）。`,
          )}
        />
      )}
      {causes.length > 0 ? <StoredAgain results={results} /> : null}
      {told.map((cause) => {
        const { exchange } = cause;
        const inline = exchange && !shown.has(exchange.id) ? exchange : undefined;
        if (inline) shown.add(inline.id);
        return (
          <FullCause key={cause.id} results={results} cause={cause} inline={inline} open={causes.length <= OPEN} />
        );
      })}
      {brief.length > 0 ? <p class="notice" {...say('brief')} /> : null}
      {brief.map((cause) => (
        <BriefCause key={cause.id} cause={cause} />
      ))}
    </section>
  );
}

/** Said once: most requests ask for what the run has deleted since. */
function StoredAgain({ results }: { readonly results: Results }) {
  const stores = storedAgain(results, null);
  if (stores === '') return null;
  return (
    <details class="exchange">
      <summary {...say('prepare')} />
      <p class="faint" {...say('curlNote')} />
      <CopyBox word="prepare" id="prepare" text={stores} />
    </details>
  );
}

function Head({ cause }: { readonly cause: Cause }) {
  const { lead, sightings } = cause;
  const [first] = lead.finding.violations;
  return (
    <summary>
      <Badge verdict={lead.finding.verdict} />
      <span class="title">
        <b class="claim" lang="en">
          {visible(lead.finding.claim, 240)}
        </b>
        {first ? <span class="glance">{visible(first.actual, 120)}</span> : null}
      </span>
      <span class="id">
        {visible(lead.finding.requirement, 40)}
        {sightings.length > 1 ? <span class="times">×{sightings.length}</span> : null}
      </span>
    </summary>
  );
}

function attributesOf({ id, lead, sightings }: Cause) {
  const entries = sightings.map(({ requirement }) => requirement);
  return { id: anchor('cause', id), class: 'cause', ...filterable(lead.finding.verdict, entries) };
}

/** A cause in two lines, where the page has no room for more. */
function BriefCause({ cause }: { readonly cause: Cause }) {
  const { finding, scenario } = cause.lead;
  const [first] = finding.violations;
  return (
    <details {...attributesOf(cause)}>
      <Head cause={cause} />
      <p class="body">
        {first ? <code>{`${visible(first.expected, 200)} ≠ ${visible(first.actual, 200)}`}</code> : null}
        {` ${first ? whereText(first.where) : visible(finding.remark ?? '')}, ${visible(scenario.id, 60)}, ${visible(cause.exchange?.id ?? '', 60)}`}
      </p>
    </details>
  );
}

interface FullCauseProps {
  readonly results: Results;
  readonly cause: Cause;
  /** Set where the exchange is shown here; elsewhere a link leads to it. */
  readonly inline: ExchangeRecord | undefined;
  readonly open: boolean;
}

function FullCause({ results, cause, inline, open }: FullCauseProps) {
  const { exchange, lead } = cause;
  const { finding } = lead;
  const id = anchor('cause', cause.id);
  return (
    <details {...attributesOf(cause)} open={open}>
      <Head cause={cause} />
      <div class="body">
        <Duty sighting={cause.lead} />
        <Violations finding={finding} />
        {finding.remark ? (
          <p class="remark">
            <b {...say('remark')} /> {visible(finding.remark, 1_000)}
          </p>
        ) : null}
        <Reasons sighting={cause.lead} />
        {inline ? <Exchange exchange={inline} /> : null}
        {exchange && !inline ? (
          <p>
            <span {...say('exchange')} /> <a href={`#${anchor('exchange', exchange.id)}`}>{visible(exchange.id, 60)}</a>
          </p>
        ) : null}
        <AlsoSeen sightings={cause.sightings.slice(1)} />
        <details class="exchange ticket">
          <summary {...say('ticket')} />
          <CopyBox word="ticket" id={`${id}-ticket`} text={ticketText(results, cause)} />
        </details>
      </div>
    </details>
  );
}
