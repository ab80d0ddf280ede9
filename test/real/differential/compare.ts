/** Two different values and their path. */
export interface Difference {
  readonly at: string;
  readonly real: string;
  readonly mock: string;
}

/** The differences of two JSON values; the order of keys does not matter. */
export function compare(real: unknown, mock: unknown, at: string): Difference[] {
  if (Array.isArray(real) && Array.isArray(mock)) {
    const length = Math.max(real.length, mock.length);
    return Array.from({ length }, (_, index) =>
      compare(real[index], mock[index], `${at}[${index}]`),
    ).flat();
  }
  if (isRecord(real) && isRecord(mock)) {
    const keys = [...new Set([...Object.keys(real), ...Object.keys(mock)])];
    return keys.flatMap((key) => compare(own(real, key), own(mock, key), `${at}.${key}`));
  }
  if (Object.is(real, mock)) return [];
  return [{ at, real: show(real), mock: show(mock) }];
}

/** The keys and types of a value; a list is the set of its items' shapes. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const shapes = [...new Set(value.map((item) => JSON.stringify(shapeOf(item))))];
    return shapes.toSorted().map((text) => JSON.parse(text) as unknown);
  }
  if (!isRecord(value)) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Not what every object inherits, such as `constructor`. */
function own(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function show(value: unknown): string {
  const text = value === undefined ? '(nothing)' : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
