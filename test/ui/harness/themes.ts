import type { Page } from 'playwright-core';

export type Theme = 'light' | 'dark' | 'highContrast';

export const themes: readonly Theme[] = ['light', 'dark', 'highContrast'];

/** Settings that make the window follow what the browser says the person prefers. */
export const themeSettings = {
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'workbench.preferredHighContrastColorTheme': 'Default High Contrast',
};

/** The class that the workbench's element carries when a theme is on. */
const classes: Readonly<Record<Theme, string>> = {
  light: 'vs',
  dark: 'vs-dark',
  highContrast: 'hc-black',
};

/** Switches the window's theme; what is open, pickers too, stays open. */
export async function switchTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme === 'light' ? 'light' : 'dark',
    forcedColors: theme === 'highContrast' ? 'active' : 'none',
  });
  await page.locator(`.monaco-workbench.${classes[theme]}`).waitFor();
}
