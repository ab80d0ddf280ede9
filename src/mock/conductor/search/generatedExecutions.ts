import type { Execution, TaskRun } from '../model.ts';
import type { Generated } from '../generated.ts';
import {
  createIndexList,
  listOfHits,
  type Entry,
  type Hit,
  type IndexList,
} from '../seeds/indexList.ts';
import { taskField, workflowField } from './fields.ts';
import { hasFreeText } from './like.ts';
import { matches, type Condition } from './parseQuery.ts';
import type { ReadSearch } from './readSearch.ts';

/** The generated executions that a search finds. Free text matches workflow names only. */
export function generatedExecutions(generated: Generated, search: ReadSearch): IndexList {
  return find(generated, search, (sample, conditions) =>
    matches((field) => workflowField(sample, field, search.wildcards), conditions, search.wildcards)
      ? [0]
      : [],
  );
}

/** The generated tasks that a search finds; `item` is the task's index in its execution. */
export function generatedTasks(generated: Generated, search: ReadSearch): IndexList {
  return find(generated, search, (sample, conditions) =>
    sample.tasks.flatMap((run, place) =>
      run.indexed && matches((field) => taskField(run, field), conditions, search.wildcards)
        ? [place]
        : [],
    ),
  );
}

/** The generated tasks that `accept` accepts, in no particular order. */
export function generatedWhere(
  generated: Generated,
  accept: (run: TaskRun, sample: Execution) => boolean,
): IndexList {
  const entries = generated.samples.flatMap((sample, slot) =>
    sample.tasks.flatMap((run, item) => (accept(run, sample) ? [{ slot, item }] : [])),
  );
  return listOf(generated, entries, [0, generated.count]);
}

/** The ids of the generated executions that `accept` accepts. */
export function generatedIds(
  generated: Generated,
  accept: (sample: Execution) => boolean,
): string[] {
  const entries = generated.samples.flatMap((sample, slot) =>
    accept(sample) ? [{ slot, item: 0 }] : [],
  );
  const list = listOf(generated, entries, [0, generated.count]);
  return Array.from({ length: list.length }, (_, place) => generated.idOf(list.at(place).index));
}

type ItemsOf = (sample: Execution, conditions: readonly Condition[]) => number[];

function find(generated: Generated, search: ReadSearch, itemsOf: ItemsOf): IndexList {
  const steady = search.conditions.filter((condition) => !isTime(condition.field));
  const times = search.conditions.filter((condition) => isTime(condition.field));
  const text = search.freeText === '*' ? '' : search.freeText;
  const entries = generated.samples.flatMap((sample, slot) =>
    hasFreeText(sample.definition.name, text, search.wildcards)
      ? itemsOf(sample, steady).map((item) => ({ slot, item }))
      : [],
  );
  const list = listOf(generated, entries, startRange(generated, times));
  const others = times.filter((condition) => condition.field !== 'startTime');
  return others.length === 0 ? list : filterByTime(generated, list, others, search.wildcards);
}

function isTime(field: string): boolean {
  return field === 'startTime' || field === 'endTime' || field === 'updateTime';
}

function listOf(generated: Generated, entries: Entry[], range: readonly [number, number]) {
  const [from, to] = range;
  const { samples, taken } = generated;
  return createIndexList({ entries, period: samples.length, from, to, except: taken });
}

/** The range of numbers whose start meets every condition. Larger numbers are older. */
function startRange(generated: Generated, times: readonly Condition[]): [number, number] {
  let [from, to] = [0, generated.count];
  for (const { field, operator, values } of times) {
    if (field !== 'startTime') continue;
    const place = (generated.newest - Number(values[0])) / generated.stepMs;
    if (operator === '>') to = Math.min(to, Math.ceil(place));
    else if (operator === '<') from = Math.max(from, Math.floor(place) + 1);
    else if (Number.isInteger(place)) [from, to] = [Math.max(from, place), Math.min(to, place + 1)];
    else to = from;
  }
  return [from, Math.max(from, to)];
}

/** End times differ from story to story, so each is checked. */
function filterByTime(
  generated: Generated,
  list: IndexList,
  times: readonly Condition[],
  isRecent: boolean,
): IndexList {
  const { samples, newest, stepMs } = generated;
  const hits: Hit[] = [];
  for (let position = 0; position < list.length; position++) {
    const hit = list.at(position);
    const slot = hit.index % samples.length;
    const sample = samples[slot];
    if (sample === undefined) continue;
    // The sample's times, shifted to the start of this execution.
    const shift = newest - hit.index * stepMs - sample.startTime;
    const row = (field: string) => {
      const time = Number(workflowField(sample, field, isRecent));
      return String(time === 0 ? 0 : time + shift);
    };
    if (matches(row, times, false)) hits.push(hit);
  }
  return listOfHits(hits);
}
