import type { Item } from '../backlog/item.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import { unitOf } from '../capacity/unit.ts';
import type { View } from '../collections.ts';
import { needsOfOthers } from '../cutline/needs.ts';
import { cardsOf } from '../sprint/cards.ts';
import { isOpenSprint, overlaps } from '../sprint/sprint-rules.ts';
import { sprintsOfTeam, type Sprint } from '../sprint/sprint.ts';

/** A card of one team's sprint that needs another team too. */
export interface NeedInSprint {
  readonly card: Item;
  readonly team: string;
  readonly size: number;
}

/** What the cards of a sprint need of other teams. */
export function needsInSprint(view: View, sprint: Sprint): NeedInSprint[] {
  const unit = unitOf(view, sprint.product);
  return cardsOf(view, sprint.id).flatMap((card) => {
    const own = teamOf(view, card, teamsOf(view, card.product)[0]?.id ?? null);
    return own === null ? [] : needsOfOthers(view, { unit }, { row: card, own }).map((need) => ({ card, ...need }));
  });
}

/** What cards in the sprints of other teams, planned or under way in the same days, need of a sprint's team. */
export function neededByOthers(view: View, sprint: Sprint): NeedInSprint[] {
  return sprintsMeanwhile(view, sprint).flatMap((other) => needsInSprint(view, other).filter(({ team }) => team === sprint.team));
}

/** The open sprints of other teams on the same product that share days with a sprint. */
export function sprintsMeanwhile(view: View, { product, team, startOn, endOn }: Sprint): Sprint[] {
  if (startOn === null || endOn === null) return [];
  const others = teamsOf(view, product).filter(({ id }) => id !== team);
  return others.flatMap(({ id }) => Array.from(view.list(sprintsOfTeam, id))).filter((other) => isOpenSprint(other) && overlaps(other, startOn, endOn));
}
