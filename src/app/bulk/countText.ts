/** "1 task", "1,000 tasks": the same words on every machine. */
export function countText(count: number, noun = 'task'): string {
  return `${numberText(count)} ${noun}${count === 1 ? '' : 's'}`;
}

export function numberText(count: number): string {
  return count.toLocaleString('en-US');
}
