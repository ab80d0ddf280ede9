import { launchBrowser } from '../launchBrowser.ts';

const connections = ['Demo: Conductor', 'Demo: Cognite', 'Demo: xpander.ai'];
const timeoutMs = 60_000;

/** Opens the window and says what its trees show; throws where a connection of the demo is missing. */
export async function lookForDemo(url: string): Promise<string> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(timeoutMs);
    await page.goto(url);
    const rows = page.locator('.sidebar').getByRole('treeitem');
    for (const name of connections) await rows.filter({ hasText: name }).first().waitFor();
    return `The tree shows: ${(await rows.locator('.label-name').allTextContents()).join(', ')}`;
  } finally {
    await browser.close();
  }
}
