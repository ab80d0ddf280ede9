import type { Workbench } from './workbench.ts';

/** Has VS Code written this down in the window's own storage, where the memory of extensions is? */
export async function isInBrowser({ page }: Workbench, text: string): Promise<boolean> {
  const state = await page.context().storageState({ indexedDB: true });
  return JSON.stringify(state).includes(text);
}
