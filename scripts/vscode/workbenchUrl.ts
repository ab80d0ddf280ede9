/** The extension and tests that the workbench in the browser loads from this machine's disk. */
export interface Development {
  /** Absolute path of the extension in development. */
  readonly extensionPath: string;
  /** Absolute path of a suite with an exported `run`. */
  readonly testsPath?: string;
}

/** The address of the workbench. Without a folder it opens an empty window. */
export function workbenchUrl(
  origin: string,
  folder: string | undefined,
  development?: Development,
): string {
  const url = new URL(origin);
  if (folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set('folder', folder);
  if (development) {
    const remote = (path: string) => `vscode-remote://${url.host}${path}`;
    const payload = [['extensionDevelopmentPath', remote(development.extensionPath)]];
    if (development.testsPath) {
      payload.push(['extensionTestsPath', remote(development.testsPath)]);
    }
    url.searchParams.set('payload', JSON.stringify(payload));
  }
  return url.href;
}
