import { isJsonObject } from '../../../domain/json.ts';
import type { ListedTask } from '../wire/records.ts';

// The vendor's SDK names the fields of a process and not their words, so these are stems of words.
const waits = /wait|paus|park|hold|block|ask|question|approv|input/i;
const wakesByTime = ['until', 'at', 'run_at', 'time'];

/**
 * True for a resident task, which stays "executing" all its life, while its process waits for a
 * person or an outside party. One with a time to wake at goes on by itself.
 */
export function isWaitingProcess({ status, process }: ListedTask): boolean {
  if (status !== 'executing' || process === undefined) return false;
  const { state, stop_reason: reason, wake } = process;
  const isParked = [state, reason].some((word) => typeof word === 'string' && waits.test(word));
  const isTimed = isJsonObject(wake) && wakesByTime.some((key) => wake[key] != null);
  return isParked && !isTimed;
}
