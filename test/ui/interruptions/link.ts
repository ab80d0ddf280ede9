import { forgetDrafts } from '../harness/keptTexts.ts';
import { openLink } from '../harness/openLink.ts';
import { choice, escape, fillInput, quickInput, waitForStep } from '../harness/quickInput.ts';
import { statusItem } from '../harness/statusBar.ts';
import { chooseFromMenu, row } from '../harness/tree.ts';
import type { Place } from '../harness/sharedWindow.ts';
import type { Flow } from './flow.ts';
import { draft } from './holdings.ts';
import { pressOnRows } from './pressOnRows.ts';

const task = 'cooling_off';

function links() {
  let link = '';
  const prepare = async ({ workbench }: Place) => {
    await chooseFromMenu(workbench, row(workbench, 'Waiting', task), 'Copy Link to Task');
    await statusItem(workbench, `Copied the link to task ${task}`).waitFor();
    const copied = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
    link = copied.replace('/task?', '/update?');
  };
  const open = ({ workbench }: Place, typed: string) =>
    openLink(workbench, `${link}&status=COMPLETED&output=~7B"linked":"${typed}"~7D`);

  const prefilled: Flow = {
    name: 'link',
    prepare,
    steps: [
      {
        name: 'question',
        holds: draft,
        go: async (place, mark) => {
          forgetDrafts(place.workbench);
          await open(place, mark);
          await waitForStep(place.workbench, `From a link: ${task}`);
          await choice(place.workbench, 'Keep as Draft').waitFor();
        },
      },
    ],
  };
  /** The person's own draft is what there is to lose. */
  const overDraft: Flow = {
    name: 'link over a draft',
    prepare,
    steps: [
      {
        name: 'draft',
        go: async ({ workbench }, mark) => {
          await pressOnRows(workbench, [task], 'x', quickInput(workbench));
          await fillInput(workbench, mark);
          await escape(workbench);
        },
      },
      {
        name: 'question',
        holds: draft,
        go: async (place) => {
          await open(place, 'another');
          await waitForStep(place.workbench, `You have a draft for ${task} already`);
          await choice(place.workbench, 'Keep My Draft').waitFor();
        },
      },
    ],
  };
  return { prefilled, overDraft };
}

export const { prefilled, overDraft } = links();
