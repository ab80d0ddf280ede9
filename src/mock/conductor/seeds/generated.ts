import { createEngine } from '../createEngine.ts';
import type { Engine } from '../engine.ts';
import type { Generated } from '../generated.ts';
import type { Execution } from '../model.ts';
import { createStore } from '../store.ts';
import { createTimers } from '../timers.ts';
import { register } from './plantDemo.ts';
import { createGeneratedIds } from './generatedIds.ts';
import { generatedStories, generatedWorkflowDefs } from './generatedStories.ts';
import { play } from './play.ts';

const stepMs = 5000;

/** The newest execution started a minute ago, so that its whole story is over. */
const newestAgeMs = 60_000;

/** Registers the definitions and provides `count` generated executions. */
export function createGenerated(engine: Engine, count: number): Generated {
  register(engine, [], generatedWorkflowDefs);
  const { clock, version, store } = engine;
  const newest = clock.now() - newestAgeMs;
  const ids = createGeneratedIds(`generated ${count}`, count);
  const taken = new Set<number>();

  const tell = (index: number, keep: boolean): Execution => {
    const story = generatedStories[index % generatedStories.length];
    if (story === undefined) throw new RangeError('There is no story.');
    let ordinal = 0;
    const random = { next: () => 0, uuid: () => ids.idOf(index, ordinal++) };
    const { workflowDefs, taskDefs } = store;
    const teller = createEngine({
      clock,
      random,
      version,
      store: keep ? store : { ...createStore(), workflowDefs, taskDefs },
      timers: keep ? engine.timers : createTimers(),
    });
    const told = { ...story, input: { number: index }, correlationId: `job-${index}` };
    return play(teller, told, newest - index * stepMs);
  };
  const takeIndex = (index: number | undefined) => {
    if (index === undefined || index >= count || taken.has(index)) return;
    taken.add(index);
    tell(index, true);
  };
  return {
    count,
    samples: generatedStories.map((_, slot) => tell(slot, false)),
    taken,
    newest,
    stepMs,
    idOf: (index) => ids.idOf(index, 0),
    make: (index) => tell(index, false),
    find(workflowId) {
      const index = ids.indexOf(workflowId);
      return index === undefined ? undefined : tell(index, false);
    },
    take: (id) => takeIndex(ids.indexOf(id)),
    takeByCorrelation(correlationId) {
      const match = /^job-(\d{1,9})$/.exec(correlationId);
      if (match) takeIndex(Number(match[1]));
    },
  };
}
