import type { Harm } from '../../lib/breaches/harm.ts';
import type { Results } from '../../lib/results/results.ts';
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

/** The problems that the baseline does not accept as GitLab's code quality report shows them in a merge request. */
export function codeQualityText(results: Results): string {
  const issues = ciProblems(results)
    .filter(({ accepted }) => accepted === undefined)
    .map(({ requirement, harm, headline, ticket, fingerprint }) => ({
      description: headline,
      check_name: requirement,
      fingerprint,
      severity: SEVERITIES[harm],
      location: { path: ticket, lines: { begin: 1 } },
    }));
  return `${JSON.stringify(issues, null, 1)}\n`;
}
