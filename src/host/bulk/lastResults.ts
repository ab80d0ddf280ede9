/** The newest results as text, for the next window. */
export interface LastResults {
  readonly title: string;
  readonly text: string;
}

/** The part of VS Code's Memento that is used here. */
export interface ResultMemory {
  get(key: string): unknown;
  update(key: string, value: LastResults): PromiseLike<void>;
}

const key = 'results.last';
// VS Code loads the whole workspace memory with each window, so longer results lose their end.
const mostCharacters = 200_000;

export async function keepResults(memory: ResultMemory, { title, text }: LastResults) {
  const isWhole = text.length <= mostCharacters;
  const end = text.lastIndexOf('\n', mostCharacters);
  const kept = isWhole ? text : `${text.slice(0, end)}\n… the rest was not kept\n`;
  await memory.update(key, { title, text: kept });
}

export function lastResults(memory: ResultMemory): LastResults | undefined {
  const kept = memory.get(key);
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { title, text } = kept as Partial<LastResults>;
  return typeof title === 'string' && typeof text === 'string' ? { title, text } : undefined;
}
