/** Help of the flag `--json`, the same for every command that leaves a run. */
export const JSON_HELP = 'print JSON lines instead of the summary: run, requirement, finding, load, coverage, summary';
