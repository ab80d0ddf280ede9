import { snapshotOf } from '../../domain/snapshot.ts';
import { expectationOf } from '../verify/expectation.ts';
import { sendAndVerify, entryFor, writeSafely } from './sendAndVerify.ts';
import type { Draft } from '../drafts/drafts.ts';
import { asWhenBegun, dropDraft, fillDraft, nameDraft } from '../drafts/fillDraft.ts';
import { isTyped } from '../drafts/isSent.ts';
import { isDelivered, outcomeOfTooLate, outcomeOfUnsent } from '../verify/outcomes.ts';
import { previewRequest } from './previewRequest.ts';
import { prepare } from './prepare.ts';
import type { Target } from './prepare.ts';
import { sentence } from '../sentence.ts';
import type { Phase, SubmitRequest, Submitted } from './submitRequest.ts';
import type { Submission } from './submission.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';
import { pendingInAnotherWindow } from './pendingInAnotherWindow.ts';
import type { UpdateParts } from './updateParts.ts';

/**
 * One update from thought to proof: keep the draft, check, ask, write the journal, send once,
 * verify, write the journal. Throws EngineError when the task cannot be read before sending.
 */
export async function submit(
  parts: UpdateParts,
  request: SubmitRequest,
  setPhase: (phase: Phase) => void,
): Promise<Submitted> {
  try {
    return await walk(parts, request, setPhase);
  } catch (error) {
    // Nothing is thrown once the request may have left, so whatever failed after the person
    // cancelled failed because of that.
    if (request.signal.aborted) return { kind: 'cancelled' };
    throw error;
  }
}

async function walk(
  parts: UpdateParts,
  given: SubmitRequest,
  setPhase: (phase: Phase) => void,
): Promise<Submitted> {
  const draft = await keepTyped(parts, given);
  const base = asWhenBegun(given.base, draft, given.update);
  const request = { ...given, base };
  const { engine, connection } = await parts.connected(base.ref.connection);
  if (draft !== undefined) await nameSafely(parts, draft, connection.name);
  const prepared = await prepare(parts, request, { engine, connection, task: base }, setPhase);
  if (prepared.kind === 'invalid' || prepared.kind === 'cancelled') return prepared;

  if (prepared.kind === 'tooLate') {
    const entry = entryFor(parts, request, prepared.target);
    const now = prepared.now === undefined ? undefined : snapshotOf(prepared.now, entry.before);
    const settled = { ...entry, outcome: outcomeOfTooLate(expectationOf(entry), now) };
    await writeSafely(parts, settled);
    return { kind: 'settled', entry: settled };
  }
  return sendJournaled(parts, request, prepared.target, setPhase);
}

async function sendJournaled(
  parts: UpdateParts,
  request: SubmitRequest,
  target: Target,
  setPhase: (phase: Phase) => void,
): Promise<Submitted> {
  const { signal, update } = request;
  const noted = await previewRequest({ ...target, update, signal }, parts.log);
  if (signal.aborted) return { kind: 'cancelled' };
  // Not before the preview, which may take a while: entries are written in the order of their ids.
  const unsent = entryFor(parts, request, target);
  const standing = {
    setPhase,
    entry: noted === undefined ? unsent : { ...unsent, request: noted },
  };
  try {
    await parts.journal.write(standing.entry);
  } catch (error) {
    const message = `The journal could not be written, so nothing was sent: ${sentence(error)}`;
    return { kind: 'invalid', problems: [{ message }] };
  }
  // Not before it was written: of two windows that look at the same time each has to find the other.
  const rival = await pendingInAnotherWindow(parts, target.task).catch((error: unknown) => ({
    message: `The journal could not be read, so nothing was sent: ${sentence(error)}`,
  }));
  if (rival !== undefined) {
    const outcome = outcomeOfUnsent(expectationOf(standing.entry), rival.message);
    await writeSafely(parts, { ...standing.entry, outcome });
    return { kind: 'invalid', problems: [rival] };
  }
  const { entry, cancelled } = await sendAndVerify(parts, request, target, standing);
  parts.log.info(`Update of ${entry.taskName} on ${entry.connectionName}: ${entry.outcome.kind}`);
  if (cancelled) return { kind: 'cancelled' };
  await dropDelivered(parts, entry);
  return { kind: 'settled', entry };
}

/**
 * The draft goes when the engine shows what it held, or took what it never shows; the journal
 * holds that to send it again.
 */
export async function dropDelivered(
  { drafts, log }: Pick<UpdateParts, 'drafts' | 'log'>,
  entry: SettledEntry,
): Promise<void> {
  if (!isDelivered(entry)) return;
  try {
    await dropDraft(drafts, entry.ref, entry.update);
  } catch (error) {
    log.warn(`The draft of ${entry.taskName} could not be removed: ${sentence(error)}`);
  }
}

/**
 * Writes down what was typed, before anything else and so without the connection's name: asking
 * for that may fail. Returns the draft that holds it. A failure is only logged: the journal holds
 * the update as well, and nothing is sent unless that was written.
 */
export async function keepTyped(
  { drafts, log }: Pick<UpdateParts, 'drafts' | 'log'>,
  { base, update, draft, skipDraft }: Submission,
): Promise<Draft | undefined> {
  if (draft !== undefined) return draft;
  try {
    if (skipDraft !== true && isTyped(update)) {
      return await fillDraft(drafts, base, update, base.ref.connection);
    }
    return update.output === undefined ? undefined : await drafts.read(base.ref);
  } catch (error) {
    log.warn(`The draft of ${base.name} could not be kept: ${sentence(error)}`);
    return undefined;
  }
}

async function nameSafely(
  { drafts, log }: Pick<UpdateParts, 'drafts' | 'log'>,
  draft: Draft,
  connectionName: string,
): Promise<void> {
  try {
    await nameDraft(drafts, draft, connectionName);
  } catch (error) {
    log.warn(`The draft of ${draft.taskName} keeps its connection's id: ${sentence(error)}`);
  }
}
