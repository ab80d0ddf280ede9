/** A CodeLens's title: an ordinary space behind an icon would be swallowed there. */
export function lensTitle(title: string): string {
  return title.replace(/^(\$\([^)]*\)) /, '$1\u00a0');
}
