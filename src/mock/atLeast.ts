/** True where `version` is `least` or newer. Compares three numbers and ignores a suffix. */
export function atLeast(version: string, least: string): boolean {
  const have = numbers(version);
  const need = numbers(least);
  for (let index = 0; index < 3; index++) {
    const difference = (have[index] ?? 0) - (need[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

export function isVersion(text: string): boolean {
  return /^\d+\.\d+\.\d+(?:[-+.].*)?$/.test(text);
}

function numbers(version: string): number[] {
  return version
    .split(/[-+]/, 1)
    .join('')
    .split('.')
    .map((part) => Number.parseInt(part, 10) || 0);
}
