import * as vscode from 'vscode';
import { isAbort } from '../../domain/engineError.ts';
import { errorText } from '../words/errorText.ts';
import { linkFree } from '../words/plainText.ts';

/** Callers do not await these notifications, so their own errors are reported here. Never throws. */
export async function orTell(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isAbort(error)) void vscode.window.showErrorMessage(linkFree(errorText(error).text));
  }
}
