/** The tested versions of VS Code: the oldest that package.json allows, and the newest. */
export type Release = keyof typeof releases;

interface ReleaseFacts {
  /** The desktop build's version. */
  readonly desktop: string;
  /** The version of the npm package code-server that contains the same workbench. */
  readonly codeServer: string;
  /** The major version of Node that this code-server runs on. */
  readonly node: 20 | 24;
}

export const oldest = '1.100';
export const newest = '1.139';

export const releases = {
  [oldest]: { desktop: '1.100.3', codeServer: '4.100.3', node: 20 },
  [newest]: { desktop: '1.139.1', codeServer: '4.139.1', node: 24 },
} as const satisfies Record<string, ReleaseFacts>;

/** Throws one sentence if the table lacks the release. */
export function toRelease(text: string): Release {
  const known = Object.keys(releases) as Release[];
  const release = known.find((name) => name === text);
  if (!release) throw new Error(`VS Code ${text} is not among ${known.join(', ')}.`);
  return release;
}
