import { after } from 'node:test';
import type { TestMock } from '../../support/startMock.ts';
import { startMock } from '../../support/startMock.ts';
import { pictureOfFailure, stepTimeoutMs } from './inWorkbench.ts';
import { screenTest } from './screenTest.ts';
import { openWorkbench } from './workbench.ts';
import type { Key, Workbench } from './workbench.ts';

/** A window, and the server that its connections lead to. */
export interface Place {
  readonly workbench: Workbench;
  readonly mock: TestMock;
}

export interface SharedWindow {
  readonly settings: (mock: TestMock) => Readonly<Record<string, unknown>>;
  readonly keys?: readonly Key[];
  /** Done once in every window that is opened. */
  readonly prepare: (place: Place) => Promise<void>;
}

/**
 * Tests that share one window: opening one takes longer than many a flow. A window in which a flow
 * failed is closed, and whatever runs next gets another.
 */
export function sharedWindow({ settings, keys = [], prepare }: SharedWindow) {
  let place: Place | undefined;

  async function open(): Promise<Place> {
    const mock = await startMock();
    const workbench = await openWorkbench({ settings: settings(mock), keys });
    workbench.page.setDefaultTimeout(stepTimeoutMs);
    place = { workbench, mock };
    await prepare(place);
    return place;
  }

  async function close(): Promise<void> {
    const closing = place;
    place = undefined;
    await closing?.workbench.close();
    await closing?.mock.close();
  }

  after(close);
  return (name: string, flow: (place: Place) => Promise<void>): void =>
    screenTest(name, async () => {
      try {
        await flow(place ?? (await open()));
      } catch (error) {
        if (place !== undefined) await pictureOfFailure(place.workbench, name);
        await close();
        throw error;
      }
    });
}
