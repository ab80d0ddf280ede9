import { copyJson, textOf } from '../../json.ts';
import { atLeast } from '../../atLeast.ts';
import { evaluate } from '../script/evaluate.ts';
import { scriptError } from '../script/scriptError.ts';
import { runJq } from '../jq/runJq.ts';
import { newTaskRun, type Mapper, type Planned } from '../newTaskRun.ts';

/** INLINE: evaluates its expression at once, if it is JavaScript or the name of an input. */
export const inline: Mapper = (planned) => {
  const { expression, evaluatorType } = planned.input;
  const type = textOf(evaluatorType);
  if (type === 'value-param') {
    const result = copyJson(planned.input[textOf(expression)] ?? null);
    return [newTaskRun(planned, { status: 'COMPLETED', taskType: 'INLINE', output: { result } })];
  }
  const recent = atLeast(planned.engine.version, '3.22.0');
  if (type === 'javascript' || (type === 'graaljs' && recent)) {
    return script(planned, expression, 'INLINE');
  }
  const reason = `Unknown evaluator '${type}' in INLINE task.`;
  const run = newTaskRun(planned, { status: 'COMPLETED', taskType: 'INLINE' });
  run.outputData = { error: reason };
  return [fail(run, reason)];
};

/** LAMBDA: the predecessor of INLINE; its script is a function's body. */
export const lambda: Mapper = (planned) => {
  const body = planned.input['scriptExpression'];
  return script(planned, `(function(){${textOf(body)}})()`, 'LAMBDA');
};

/** JSON_JQ_TRANSFORM: its result is the first of the values that the filter makes. */
export const jq: Mapper = (planned) => {
  const query = textOf(planned.input['queryExpression'] ?? '.');
  const run = newTaskRun(planned, { status: 'COMPLETED', taskType: 'JSON_JQ_TRANSFORM' });
  try {
    const resultList = runJq(query, planned.input);
    run.outputData = { result: copyJson(resultList[0] ?? null), resultList: copyJson(resultList) };
    return [run];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    run.outputData = { error: message };
    return [fail(run, message)];
  }
};

function script(planned: Planned, source: unknown, taskType: string) {
  const run = newTaskRun(planned, { status: 'COMPLETED', taskType });
  try {
    run.outputData = { result: copyJson(evaluate(textOf(source), { $: planned.input })) };
    return [run];
  } catch (error) {
    const message = scriptError(error, planned.engine.version);
    run.outputData = { error: message };
    return [fail(run, message)];
  }
}

function fail(run: ReturnType<typeof newTaskRun>, reason: string) {
  run.status = 'FAILED_WITH_TERMINAL_ERROR';
  run.reasonForIncompletion = reason;
  return run;
}
