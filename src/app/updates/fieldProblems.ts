import { isJsonNumber, isJsonObject } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import type { FieldOption, TaskUpdate, UpdateOptions } from '../../domain/taskUpdate.ts';
import type { Problem } from '../problem.ts';

const shapes: Record<FieldOption['kind'], { readonly words: string; fits(value: Json): boolean }> =
  {
    text: { words: 'a text', fits: (value) => typeof value === 'string' },
    number: { words: 'a number', fits: isJsonNumber },
    lines: {
      words: 'a list of lines',
      fits: (value) => Array.isArray(value) && value.every((line) => typeof line === 'string'),
    },
    object: { words: 'a JSON object', fits: isJsonObject },
  };

/**
 * Problems with engine fields: the task does not take the field, or the value has a wrong shape.
 */
export function fieldProblems(options: UpdateOptions, update: TaskUpdate): readonly Problem[] {
  return Object.entries(update.fields ?? {}).flatMap(([key, value]) => {
    const option = options.fields.find((field) => field.key === key);
    const path = ['fields', key];
    if (option === undefined) {
      return [{ message: `This task takes no field "${key}": leave it out.`, path }];
    }
    const shape = shapes[option.kind];
    return shape.fits(value) ? [] : [{ message: `${option.label} must be ${shape.words}.`, path }];
  });
}
