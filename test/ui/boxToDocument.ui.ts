import assert from 'node:assert/strict';
import { press } from './harness/actions.ts';
import { editorText, tab } from './harness/editor.ts';
import { mockTest, writes } from './harness/mockTest.ts';
import {
  clickQuickInputButton,
  fillInput,
  inputValue,
  pick,
  waitForStep,
} from './harness/quickInput.ts';
import { openSideBar } from './harness/sideBar.ts';
import { focusRow, row, rowMatching } from './harness/tree.ts';

mockTest(
  'the wizard goes back without forgetting, and on into a document',
  async (workbench, mock) => {
    await openSideBar(workbench);
    await focusRow(row(workbench, 'Waiting', 'approve_equipment'));
    await press(workbench, 'u');
    await pick(workbench, 'FAILED');
    await waitForStep(workbench, 'Update approve_equipment (2/3)');
    await fillInput(workbench, '{ "approved": false }');
    await press(workbench, 'Enter');
    await waitForStep(workbench, 'Update approve_equipment (3/3)');
    await fillInput(workbench, 'No budget');

    await clickQuickInputButton(workbench, 'Back');
    await waitForStep(workbench, 'Update approve_equipment (2/3)');
    assert.equal(await inputValue(workbench), '{ "approved": false }');
    await clickQuickInputButton(workbench, 'Back');
    await waitForStep(workbench, 'Update approve_equipment (1/3)');
    await pick(workbench, 'FAILED');
    await waitForStep(workbench, 'Update approve_equipment (2/3)');
    await press(workbench, 'Enter');
    await waitForStep(workbench, 'Update approve_equipment (3/3)');
    assert.equal(await inputValue(workbench), 'No budget');

    await clickQuickInputButton(workbench, 'Back');
    await waitForStep(workbench, 'Update approve_equipment (2/3)');
    await fillInput(workbench, '{ "approved": false, "note": ');
    await clickQuickInputButton(workbench, 'Open in Editor');
    await tab(workbench, 'approve_equipment').waitFor();
    assert.equal((await editorText(workbench)).trim(), '{ "approved": false, "note":');
    await rowMatching(workbench, 'Updates', /^draft of approve_equipment, FAILED/).waitFor();
    assert.deepEqual(await writes(mock), []);
  },
);
