/** Timers, earliest first; timers of the same time keep the order in which they were set. */
export interface Timers {
  set(at: number, work: () => void): void;
  /** Removes and returns the earliest timer that has expired at `now`. */
  take(now: number): { readonly at: number; readonly work: () => void } | undefined;
  clear(): void;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly work: () => void;
}

/** A binary heap, since a seed may set very many timers. */
export function createTimers(): Timers {
  const heap: Timer[] = [];
  let order = 0;
  return {
    set(at, work) {
      heap.push({ at, order: order++, work });
      siftUp(heap);
    },
    take(now) {
      const first = heap[0];
      if (first === undefined || first.at > now) return undefined;
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) {
        heap[0] = last;
        siftDown(heap);
      }
      return first;
    },
    clear() {
      heap.length = 0;
    },
  };
}

function isBefore(a: Timer | undefined, b: Timer | undefined): boolean {
  if (a === undefined || b === undefined) return a !== undefined;
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function siftUp(heap: Timer[]): void {
  let index = heap.length - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!isBefore(heap[index], heap[parent])) return;
    swap(heap, index, parent);
    index = parent;
  }
}

function siftDown(heap: Timer[]): void {
  let index = 0;
  for (;;) {
    const left = index * 2 + 1;
    const child = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!isBefore(heap[child], heap[index])) return;
    swap(heap, index, child);
    index = child;
  }
}

function swap(heap: Timer[], a: number, b: number): void {
  const [first, second] = [heap[a], heap[b]];
  if (first === undefined || second === undefined) return;
  heap[a] = second;
  heap[b] = first;
}
