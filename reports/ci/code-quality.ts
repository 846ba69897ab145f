import type { Harm } from '../../lib/breaches/harm.ts';
import type { Results } from '../../lib/results/results.ts';
import { acceptedText } from '../accepted-words.ts';
import { visible } from '../visible-text.ts';
import { ciProblems } from './problems.ts';

const SEVERITIES: Readonly<Record<Harm, 'blocker' | 'critical' | 'major' | 'minor' | 'info'>> = {
  'data-lost': 'blocker',
  'wrong-patient-or-image': 'blocker',
  altered: 'critical',
  exposed: 'critical',
  'not-found-or-opened': 'major',
  'some-clients-only': 'minor',
  cosmetic: 'info',
};

/** Every requirement that is breached as GitLab's code quality report shows it in a merge request; what the baseline accepts is `info`. */
export function codeQualityText(results: Results): string {
  const issues = ciProblems(results).map(({ requirement, harm, headline, ticket, fingerprint, accepted }) => ({
    description: accepted ? `Accepted (${visible(acceptedText(accepted), 200)}): ${headline}` : headline,
    check_name: requirement,
    fingerprint,
    severity: accepted ? 'info' : SEVERITIES[harm],
    location: { path: ticket, lines: { begin: 1 } },
  }));
  return `${JSON.stringify(issues, null, 1)}\n`;
}
