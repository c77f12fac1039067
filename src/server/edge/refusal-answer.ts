import type { Refusal, RefusalCode } from '../../domain/kernel/refusal.ts';
import { Problem } from './problem.ts';

/** How each refusal is answered: its status and its sentence. A code that is missing here does not compile. */
const ANSWER: Record<RefusalCode, readonly [status: number, title: string]> = {
  'not-there': [404, 'There is nothing here.'],
  'not-allowed': [403, 'That is not allowed.'],
  'id-taken': [409, 'Another record has this id.'],
  'key-taken': [409, 'Another product has this key.'],
  'other-product': [409, 'The item belongs to another product.'],
  'would-cycle': [409, 'That would make a circle.'],
  'parent-not-larger': [409, 'A parent must be of a larger type.'],
  'not-ranked': [409, 'The item has no place in the rank.'],
  'not-open': [409, 'The item is not open.'],
  'state-in-use': [409, 'Items are in this state.'],
  'no-such-state': [409, 'The workflow has no such state.'],
  'last-in-group': [409, 'It is the last state of a group that must have one.'],
  'stale-text': [409, 'Somebody has saved the text meanwhile.'],
  'nothing-to-undo': [409, 'Everything has been changed since.'],
  'built-on': [409, 'Others have built on it.'],
  'check-incomplete': [409, 'The check does not say what it asks for.'],
  lasting: [409, 'It can not be taken back.'],
  'no-notes': [409, 'The release has no notes.'],
  'same-twice': [409, 'It is named twice.'],
  'release-closed': [409, 'The release is closed.'],
  'release-open': [409, 'The release is open.'],
  'no-date': [409, 'The release has no date.'],
  'date-line-there': [409, 'There is a date line on this day already.'],
  'date-passed': [409, 'The date has passed.'],
  'return-not-ahead': [409, 'The day to come back on is not ahead.'],
  'date-before-start': [409, 'The date lies before the start.'],
  'wip-full': [409, 'The state holds as many items as its limit lets it.'],
  'sprint-closed': [409, 'The sprint is closed.'],
  'sprint-without-team': [409, 'The sprint was imported and has no team.'],
  'sprint-running': [409, 'Another sprint of the team is under way.'],
  'sprint-not-started': [409, 'The sprint has not been started.'],
  'sprints-overlap': [409, 'The team has another sprint in these days.'],
  'not-in-sprint': [409, 'The item is not in the sprint.'],
  'left-in-sprint': [409, 'Items of the product are in a sprint of the team.'],
  'other-team': [409, 'The item belongs to another team.'],
  'not-in-queue': [409, 'The item does not wait for the team.'],
  'against-rank': [409, 'It would stand against the rank of its product.'],
  'team-in-flow': [409, 'The team works in continuous flow.'],
  'over-all': [409, 'The shares come to more than all.'],
  'no-pace': [409, 'The team has no pace.'],
  'not-a-lead': [409, 'The member can not be a lead.'],
  'last-admin': [409, 'It is the last admin.'],
  'member-exists': [409, 'The person is a member already.'],
  'sign-in-only': [409, 'That is done by signing in.'],
  'too-many': [409, 'There are too many.'],
  'import-not-running': [409, 'The import is not running.'],
  'has-children': [409, 'The item has children.'],
  'nothing-to-fill': [409, 'There is nothing to fill the release with.'],
};

/** A rule's no as an answer, with every reason and its facts. */
export function refused({ blockers }: Refusal): Problem {
  const [status, title] = ANSWER[blockers[0].code];
  return new Problem({ status, type: blockers[0].code, title, refusals: blockers });
}
