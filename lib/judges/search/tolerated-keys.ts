import { at } from '../../answers/json/body.ts';
import type { SearchLevel } from '../../answers/levels.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse } from '../complete-response.ts';
import { lastKeyOf } from './asked.ts';
import { type SeenStatus, STATUS } from './blame.ts';
import { assessSame, uidsOf } from './pages.ts';

/** QIDO-043: a key without value is no filter, or is refused; which one is recorded. `without` lacks the key. */
export function toleratesEmptyKey(exchange: Exchange, without: Exchange, level: SearchLevel): Finding {
  const claim = 'takes a key without value for no filter, or refuses it';
  return assess('QIDO-043', claim, [exchange, without], (a) => {
    const response = completeResponse(exchange, a);
    if (!response || !uidsOf(without, level, 1, a)) return;
    const { key } = lastKeyOf(exchange);
    const info = { 400: 'a key without value is refused' };
    const failed = (seen: SeenStatus) => breach('search-fails-on-empty-key', STATUS, { ...seen, key });
    if (!assessStatus(response, { pass: [200, 204], info, breach: failed }, a)) return;
    const uids = uidsOf(exchange, level, 0, a);
    if (!uids) return;
    if (uids.length > 0) a.note('a key without value is no filter');
    else a.should(false, () => breach('search-finds-nothing-by-empty-key', { kind: 'exchange' }, { key }));
  });
}

/**
 * QIDO-051: a valid attribute that is not supported as a key is ignored. `without` is the same search without it; that its
 * value, which nothing has, finds nothing shows that it is supported.
 */
export function ignoresUnsupportedKey(exchange: Exchange, without: Exchange, level: SearchLevel): Finding {
  const claim = 'takes no notice of an attribute that it does not match on';
  return assess('QIDO-051', claim, [exchange, without], (a) => {
    const wanted = uidsOf(without, level, 1, a);
    const response = completeResponse(exchange, a);
    if (!wanted || !response) return;
    const { key } = lastKeyOf(exchange);
    const warn = { 400: 'Table 10.6.3-1 has it for bad syntax' };
    const refused = (seen: SeenStatus) => breach('search-refuses-unsupported-key', STATUS, { ...seen, key });
    if (!assessStatus(response, { pass: [200, 204], warn, breach: refused }, a)) return;
    const uids = uidsOf(exchange, level, 0, a);
    if (uids?.length === 0) a.note('the attribute is supported as a key');
    else {
      assessSame(wanted, exchange, level, a, ({ results, index }) =>
        breach('search-changed-by-unsupported-key', at(`/${index}`), { results, expected: wanted.length, key }),
      );
    }
  });
}

/** QIDO-053: whether an entity without value of a key is found by any value is recorded. `without` lacks the key. */
export function unknownValueIsRecorded(exchange: Exchange, without: Exchange, level: SearchLevel): Finding {
  const claim = `finds a ${level} without value of a key, or does not`;
  return assess('QIDO-053', claim, [exchange, without], (a) => {
    const response = completeResponse(exchange, a);
    if (!response || !uidsOf(without, level, 1, a)) return;
    const { key } = lastKeyOf(exchange);
    const info = { 400: 'the key is refused' };
    const failed = (seen: SeenStatus) => breach('search-fails-on-key-of-no-value', STATUS, { ...seen, key });
    if (!assessStatus(response, { pass: [200, 204], info, breach: failed }, a)) return;
    const uids = uidsOf(exchange, level, 0, a);
    if (uids) a.note(`a ${level} without value is ${uids.length > 0 ? '' : 'not '}found`);
  });
}
