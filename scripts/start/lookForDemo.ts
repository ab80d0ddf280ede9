import { launchBrowser } from '../launchBrowser.ts';

const timeoutMs = 60_000;

/** Opens the window, clicks the icon and says what the tree shows; throws where Demo is missing. */
export async function lookForDemo(url: string): Promise<string> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(timeoutMs);
    await page.goto(url);
    await page.locator('.activitybar [aria-label^="Workflow Tasks"]').first().click();
    const rows = page.locator('.sidebar').getByRole('treeitem');
    await rows.filter({ hasText: 'Demo' }).first().waitFor();
    return `The tree shows: ${(await rows.locator('.label-name').allTextContents()).join(', ')}`;
  } finally {
    await browser.close();
  }
}
