import { type Dataset, datasetOf } from '../../fixtures/dataset.ts';
import type { DataSetName } from '../../fixtures/sets/index.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { STORES, TUTORIAL_IDS } from '../steps/scenario-ids.ts';
import { storesOf } from '../steps/store-data.ts';

/** Which instances of a data set a scenario is played on: those of one study. */
type Choice = (instances: readonly StoredInstance[]) => readonly StoredInstance[];

/** A scenario of the tutorial or the duties on a named data set, by its own judges: other data show other defects. */
export function onData(
  name: DataSetName,
  scenario: Scenario,
  label: string = name,
  choose: Choice = (all) => all,
): Scenario {
  const within = (context: ScenarioContext) => contextOn(context, name, choose);
  return {
    ...scenario,
    id: `${label}-${scenario.id}`,
    title: `${scenario.title} (data set ${label})`,
    data: [name],
    needs: [storesOf(name)],
    obstacle: (context) => scenario.obstacle(within(context)),
    play: (context) => scenario.play(within(context)),
  };
}

/** The context as if the data set were that of the run: what its store showed stands for the stores of the tutorial. */
function contextOn(context: ScenarioContext, name: DataSetName, choose: Choice): ScenarioContext {
  const [first] = STORES;
  const recalled = [first, TUTORIAL_IDS.studyMetadata];
  return {
    ...context,
    dataset: datasetOn(context, name, choose),
    recall(id) {
      if (recalled.includes(id)) return context.recall(storesOf(name));
      return STORES.includes(id) ? [] : context.recall(id);
    },
  };
}

const known = new WeakMap<readonly StoredInstance[], Map<string, Dataset>>();

/** Kept, since a scenario asks for it more than once and it is the same each time. */
function datasetOn({ data }: ScenarioContext, name: DataSetName, choose: Choice): Dataset {
  const instances = data(name);
  const chosen = choose(instances);
  const key = chosen.map(({ instance }) => instance).join();
  const sets = known.get(instances) ?? new Map<string, Dataset>();
  known.set(instances, sets);
  const dataset = sets.get(key) ?? datasetOf(name, chosen);
  sets.set(key, dataset);
  return dataset;
}
