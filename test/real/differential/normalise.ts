const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const isoTime = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

/** Durations and counters that differ in every run. */
const volatile = new Set(['queueWaitTime', 'executionTime', 'instance', 'lastPollTime']);

/** Times that can only be compared as set or not set. */
const times = new Set(['createTime', 'startTime', 'endTime', 'scheduledTime', 'lastRetriedTime']);

/** Counts of the server's own polls for a system task, which depend on its speed. */
const selfPolled = new Set(['JOIN', 'SUB_WORKFLOW', 'WAIT', 'HTTP', 'EVENT', 'DO_WHILE']);

/**
 * Replaces values that differ in every run by a fixed word: ids, times, host, the run's own names.
 */
export function normalise(value: unknown, prefix: string): unknown {
  return walk(value, prefix);
}

export function normaliseText(text: string, prefix: string): string {
  return text
    .replaceAll(prefix, '<n>')
    .replaceAll(uuid, '<id>')
    .replaceAll(/\b0x[0-9a-f]{16}\b/g, '<address>')
    .replaceAll(/\btimed out after \d+ seconds\b/g, 'timed out after <n> seconds')
    .replaceAll(isoTime, (time) => (time.startsWith('1970') ? time : '<time>'));
}

function walk(value: unknown, prefix: string): unknown {
  if (typeof value === 'string') return normaliseText(value, prefix);
  if (typeof value === 'number') return value > 1_500_000_000_000 ? '<time>' : value;
  if (Array.isArray(value)) return value.map((item) => walk(item, prefix));
  if (typeof value !== 'object' || value === null) return value;
  const self = 'taskType' in value && selfPolled.has(String(value.taskType));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      normaliseText(key, prefix),
      self && key === 'pollCount' ? '<polls>' : field(key, item, prefix),
    ]),
  );
}

function field(key: string, value: unknown, prefix: string): unknown {
  if (volatile.has(key)) return `<${key}>`;
  // Only this field shows that the server touched a record without changing it, so it is not
  // compared.
  if (key === 'updateTime') return '<updateTime>';
  if (times.has(key) && typeof value === 'number') return value > 0 ? '<time>' : value;
  if (key === 'validationErrors' && Array.isArray(value)) {
    const texts = value.map((item) => JSON.stringify(walk(item, prefix)));
    return texts.toSorted().map((text) => JSON.parse(text) as unknown);
  }
  return walk(value, prefix);
}
