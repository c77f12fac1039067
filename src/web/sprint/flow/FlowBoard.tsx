import { useCallback } from 'react';
import type { View } from '../../../domain/collections.ts';
import { dayIn } from '../../../domain/kernel/day.ts';
import { flowCards } from '../../../domain/planning/team-flow.ts';
import { boardWith, type BoardLook } from '../../../domain/sprint/board.ts';
import type { Team } from '../../../domain/team/team.ts';
import { useNow } from '../../app/use-now.ts';
import { BoardOfCards } from '../board/BoardView.tsx';

interface FlowBoardProps {
  readonly team: Team;
  readonly product: string;
  readonly onOpen: (item: string) => void;
}

/** The board of a team in flow: what is pulled next, what is under way and what was just done, by how far it is. */
export function FlowBoard({ team, product, onOpen }: FlowBoardProps) {
  const today = dayIn(team.zone, useNow());
  const boardIn = useCallback(
    (view: View, look: BoardLook) => boardWith(view, flowCards(view, team.id, today), { sprint: { product, team: team.id }, look }),
    [team.id, product, today],
  );
  return <BoardOfCards name={team.name} team={team.id} sprint={null} product={product} canPlan={false} boardIn={boardIn} onOpen={onOpen} />;
}
