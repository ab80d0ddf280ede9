const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const isoTime = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

/** Durations and counters that no two runs share. */
const volatile = new Set(['queueWaitTime', 'executionTime', 'instance', 'lastPollTime']);

/** Times of which only "set or not set" can be compared. */
const times = new Set(['createTime', 'startTime', 'endTime', 'scheduledTime', 'lastRetriedTime']);

/** Polls that the server itself does for a system task depend on its speed. */
const selfPolled = new Set(['JOIN', 'SUB_WORKFLOW', 'WAIT', 'HTTP', 'EVENT', 'DO_WHILE']);

/** Puts a fixed word where two runs must differ: ids, times, host, the run's own names. */
export function normalise(value: unknown, prefix: string): unknown {
  return walk(value, prefix);
}

export function normaliseText(text: string, prefix: string): string {
  return text
    .replaceAll(prefix, '<n>')
    .replaceAll(uuid, '<id>')
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
  // When the server touches a record without changing it shows here and nowhere else.
  if (key === 'updateTime') return '<updateTime>';
  if (times.has(key) && typeof value === 'number') return value > 0 ? '<time>' : value;
  if (key === 'validationErrors' && Array.isArray(value)) {
    const texts = value.map((item) => JSON.stringify(walk(item, prefix)));
    return texts.toSorted().map((text) => JSON.parse(text) as unknown);
  }
  return walk(value, prefix);
}
