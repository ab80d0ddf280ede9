/**
 * The title of a CodeLens. VS Code drops an ordinary space after an icon, so a no-break space
 * replaces it.
 */
export function lensTitle(title: string): string {
  return title.replace(/^(\$\([^)]*\)) /, '$1\u00a0');
}
