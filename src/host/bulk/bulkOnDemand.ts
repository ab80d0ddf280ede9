import type * as vscode from 'vscode';
import { lazy } from '../../app/lazy.ts';
import type { LoadOnDemand } from '../onDemand.ts';
import type { UpdateContext } from '../send/updateContext.ts';
import type { createBulk } from './createBulk.ts';

type Whole = ReturnType<typeof createBulk>;

/** Updating many tasks at once: each call loads it where it is not there yet. */
export type Bulk = vscode.Disposable & Omit<Whole, 'dispose'>;

export function bulkOnDemand(onDemand: LoadOnDemand, context: UpdateContext): Bulk {
  const made = lazy(async () => (await onDemand()).createBulk(context));
  const whole = made.get;
  return {
    sendMany: async (items, title) => (await whole()).sendMany(items, title),
    complete: async (chosen) => (await whole()).complete(chosen),
    fail: async (chosen) => (await whole()).fail(chosen),
    update: async (chosen) => (await whole()).update(chosen),
    editOutput: async (chosen) => (await whole()).editOutput(chosen),
    updateMatching: async (row, filter) => (await whole()).updateMatching(row, filter),
    sendOutput: async (argument) => (await whole()).sendOutput(argument),
    showResults: async (argument) => (await whole()).showResults(argument),
    retryResults: async (argument) => (await whole()).retryResults(argument),
    checkResults: async (argument) => (await whole()).checkResults(argument),
    copyMarkdown: async (argument) => (await whole()).copyMarkdown(argument),
    copyCsv: async (argument) => (await whole()).copyCsv(argument),
    dispose: () => void made.ifMade(({ dispose }) => dispose()),
  };
}
