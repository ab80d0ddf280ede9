import { badRequest, broken } from '../serverError.ts';
import { isLike, starOnly } from './like.ts';

/** One condition of a query. Values are compared as text and times as milliseconds. */
export interface Condition {
  readonly field: string;
  readonly operator: '=' | '>' | '<' | 'IN';
  readonly values: readonly string[];
}

const timeFields = new Set(['startTime', 'endTime', 'updateTime']);

/**
 * Parses a query as the SQLite index does: split at ` AND `, with each condition searched anywhere
 * in its part, so `status!=RUNNING` is read as the field `RUNN` IN `G`. Unknown fields are dropped.
 * @throws {ServerError} 400 for a part without a condition, 500 for a time that is no number
 */
export function parseQuery(
  query: string,
  known: ReadonlySet<string>,
  options: { readonly stripQuotes: RegExp },
): Condition[] {
  if (query.trim() === '') return [];
  const conditions: Condition[] = [];
  for (const part of query.split(' AND ')) {
    const match = /(?<![a-zA-Z])([a-zA-Z]+)\s?(=|>|<|IN)\s?(.*)/.exec(part);
    if (!match) throw badRequest(`Incorrectly formatted query string: ${part}`);
    const [, field = '', operator = '', value = ''] = match;
    if (!known.has(field) || !isOperator(operator)) continue;
    const bare = value.replaceAll(options.stripQuotes, '');
    const values = operator === 'IN' ? bare.split(',') : [bare];
    if (timeFields.has(field)) values.forEach(requireNumber);
    conditions.push({ field, operator, values });
  }
  return conditions;
}

function isOperator(text: string): text is Condition['operator'] {
  return text === '=' || text === '>' || text === '<' || text === 'IN';
}

function requireNumber(text: string): void {
  if (!/^-?\d+$/.test(text)) throw broken(`For input string: "${text}"`);
}

/** A row of the index: a text for each field, numbers as digits. */
export type Row = (field: string) => string;

/** True where a row meets every condition. */
export function matches(row: Row, conditions: readonly Condition[], wildcards: boolean): boolean {
  return conditions.every((condition) => meets(row(condition.field), condition, wildcards));
}

function meets(value: string, condition: Condition, wildcards: boolean): boolean {
  const { operator, values } = condition;
  const [first = ''] = values;
  const numeric = timeFields.has(condition.field);
  switch (operator) {
    case 'IN':
      return values.includes(value);
    case '=':
      return wildcards && first.includes('*') ? isLike(value, first, starOnly) : value === first;
    case '>':
      return numeric ? Number(value) > Number(first) : value > first;
    default:
      return numeric ? Number(value) < Number(first) : value < first;
  }
}
