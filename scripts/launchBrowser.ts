import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './browser.ts';

/** Starts a browser without a window. The browser itself sends nothing to the network. */
export async function launchBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
