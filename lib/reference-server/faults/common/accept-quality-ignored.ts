import { changeAccept } from '../../changes/accept.ts';
import type { Fault } from '../fault.ts';

export const acceptQualityIgnored: Fault = {
  id: 'accept-quality-ignored',
  title: 'sends the first type of Accept that it has, whatever its quality',
  operations: ['choice-of-type'],
  requirements: ['COMMON-012'],
  behaviour: () =>
    changeAccept((accept) =>
      accept
        .split(',')
        .map((entry, index) => `${entry.replace(/;\s*q=[\d.]+/, '')};q=${(1 - index / 10).toFixed(1)}`)
        .join(','),
    ),
};
