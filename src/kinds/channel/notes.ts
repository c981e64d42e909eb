/** Notes on declared messages. */
import type { Diagnostic } from '../../core/diagnostic.ts';
import { isArray } from '../../core/json.ts';
import type { Resource, Wanted } from '../../core/kind.ts';

/** A moderator's deletion is respected: the API keeps the id, and sending again would be refused. */
export function deletedNotes(wanted: Wanted, live: Resource | undefined): readonly Diagnostic[] {
  const deleted = live?.facts?.['deleted_messages'];
  if (!isArray(deleted)) return [];
  return deleted.map((key) => ({
    severity: 'note',
    code: 'message-deleted',
    summary: 'This message was deleted',
    subject: `channel.${wanted.id}.messages.${String(key)}`,
    detail: 'It stays deleted. Declare it under another key to send it again, or take it out of the configuration.',
  }));
}
