import type { VirtualUser } from '../virtual-user.ts';
import { TestAborted } from './test-aborted.ts';

/** The module `k6/execution`. */
export function executionModule(user: VirtualUser): object {
  const { thread } = user;
  const position = () => {
    if (user.scenario === null)
      throw new Error('getting scenario information outside of the VU context is not supported');
    return user.scenario;
  };
  const inVirtualUser = <Value>(value: () => Value): Value => {
    if (user.stage === 'init') throw new Error('getting VU information in the init context is not supported');
    return value();
  };
  const metrics = {
    get tags() {
      return inVirtualUser(() => user.tags);
    },
    get metadata() {
      return inVirtualUser(() => user.metadata);
    },
  };
  return {
    scenario: {
      get name() {
        return position().name;
      },
      get executor() {
        return position().executor;
      },
      get startTime() {
        return position().startTime;
      },
      get progress() {
        return position().progress();
      },
      get iterationInInstance() {
        return position().iterationInInstance;
      },
      get iterationInTest() {
        return position().iterationInTest;
      },
    },
    instance: {
      get currentTestRunDuration() {
        return inVirtualUser(() => performance.now() - thread.startedAt);
      },
      get iterationsCompleted() {
        return inVirtualUser(() => thread.iterationsCompleted);
      },
      get iterationsInterrupted() {
        return inVirtualUser(() => thread.iterationsInterrupted);
      },
      get vusActive() {
        return inVirtualUser(() => thread.virtualUsersActive);
      },
      get vusInitialized() {
        return inVirtualUser(() => thread.virtualUsersInitialized);
      },
    },
    test: {
      abort(reason = ''): never {
        const text = reason === '' ? 'test aborted' : `test aborted: ${reason}`;
        thread.abort({ exitCode: 108, reason: text });
        throw new TestAborted(text);
      },
      fail(reason = ''): void {
        inVirtualUser(() => {
          thread.failed = true;
        });
        thread.log({ level: 'error', message: `test failed: ${reason}` });
      },
      get options() {
        return inVirtualUser(() => thread.visibleOptions);
      },
    },
    vu: {
      get idInInstance() {
        return inVirtualUser(() => user.idInInstance);
      },
      get idInTest() {
        return inVirtualUser(() => user.idInTest);
      },
      get iterationInInstance() {
        return inVirtualUser(() => user.iterationInInstance);
      },
      get iterationInScenario() {
        return inVirtualUser(() => user.iterationsByScenario.get(position().name) ?? 0);
      },
      get tags() {
        return metrics.tags;
      },
      metrics,
    },
  };
}
