import type { Commands } from './program.ts';

/** Every command, loaded only when it is asked for: starting one must not cost the others. */
export const COMMANDS: Commands = {
  conformance: async () => (await import('./conformance.ts')).conformanceCommand(),
  replay: async () => (await import('./runs/replay.ts')).replayCommand(),
  load: async () => (await import('./load.ts')).loadCommand(),
  config: async () => (await import('./set-up/config.ts')).configCommand(),
  init: async () => (await import('./set-up/init.ts')).initCommand(),
  doctor: async () => (await import('./set-up/doctor.ts')).doctorCommand(),
  completion: async () =>
    (await import('./set-up/completion.ts')).completionCommand(() =>
      Promise.all(Object.values(COMMANDS).map((load) => load())),
    ),
  'reference-server': async () => (await import('./reference-server.ts')).referenceServerCommand(),
  faults: async () => (await import('./faults.ts')).faultsCommand(),
  list: async () => (await import('./catalogue/list.ts')).listCommand(),
  explain: async () => (await import('./catalogue/explain.ts')).explainCommand(),
  fixtures: async () => (await import('./fixtures.ts')).fixturesCommand(),
  report: async () => (await import('./report.ts')).reportCommand(),
  open: async () => (await import('./open.ts')).openCommand(),
  verify: async () => (await import('./proof/verify.ts')).verifyCommand(),
  sign: async () => (await import('./proof/sign.ts')).signCommand(),
  merge: async () => (await import('./runs/merge.ts')).mergeCommand(),
  rejudge: async () => (await import('./runs/rejudge.ts')).rejudgeCommand(),
  compare: async () => (await import('./compare.ts')).compareCommand(),
  history: async () => (await import('./history.ts')).historyCommand(),
  scoreboard: async () => (await import('./scoreboard.ts')).scoreboardCommand(),
  'clean-up': async () => (await import('./clean-up.ts')).cleanUpCommand(),
  baseline: async () => (await import('./baseline/baseline.ts')).baselineCommand(),
  'conformance-statement': async () => (await import('./conformance-statement.ts')).conformanceStatementCommand(),
};
