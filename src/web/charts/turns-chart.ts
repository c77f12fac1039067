import type { TurnPart } from '../../domain/flow/point-items.ts';
import { CAME, LEFT, type Turn, type WeekOfTurns } from '../../domain/flow/turns.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { shortDay } from '../ui/format-day.ts';
import { grouped } from '../ui/grouped.ts';
import { signed, type UpDownChart } from '../ui/chart/UpDown.tsx';
import type { OnPoint } from './flow-charts.ts';

export const TURN_NAMES: Readonly<Record<Turn, string>> = {
  new: 'New',
  back: 'Back',
  done: 'Done',
  declined: 'Declined',
  parked: 'Parked',
  trashed: 'Trashed',
  triage: 'Back to triage',
};

/** What came into the backlog each week and what left it, and by how many it has grown. */
export function turnsChart(weeks: readonly WeekOfTurns[], { today, onPoint }: { today: string; onPoint: OnPoint }): UpDownChart {
  const sumOf = (turns: readonly Turn[]) => weeks.map((week) => turns.reduce((sum, turn) => sum + week.turns[turn], 0));
  const told = [...CAME, ...LEFT].filter((turn) => turn !== 'triage' || weeks.some(({ turns }) => turns.triage > 0));
  const net = weeks.reduce((sum, week) => sum + week.net, 0);
  const over = weeks.length === 1 ? 'in a week' : `in ${weeks.length} weeks`;
  const open = (week: Day, turns: TurnPart) => onPoint({ of: 'turns', week, turns });
  return {
    title: 'Created against done',
    unit: 'items per week',
    summary: `Created against done: the backlog changed by ${signed(net)} ${over}.`,
    note: `The backlog ${net > 0 ? `grew by ${grouped(net)}` : net < 0 ? `shrank by ${grouped(-net)}` : 'stayed as large as it was'} ${over}. Above: what was made, imported or accepted from triage, opened again or brought back. Below: what was finished, and what was declined, parked or trashed.`,
    columns: weeks.map(({ from }) => ({ id: from, label: shortDay(from, today), says: `Week from ${shortDay(from, today)}` })),
    bands: [
      { id: 'came', label: 'Came', side: 'up', look: 'fill-chart-2', values: sumOf(CAME) },
      { id: 'done', label: 'Done', side: 'down', look: 'fill-chart-1', values: sumOf(['done']) },
      { id: 'left', label: 'Left otherwise', side: 'down', look: 'fill-ink-3', values: sumOf(LEFT.filter((turn) => turn !== 'done')) },
    ],
    net: { label: 'Net', values: weeks.map((week) => week.net) },
    table: [
      ['Week from', ...told.map((turn) => TURN_NAMES[turn]), 'Net'],
      ...weeks.map(({ from, turns, net: grown }) => [from, ...told.map((turn) => String(turns[turn])), String(grown)]),
    ],
    opens: (row, column) => {
      const [week, turn] = [weeks[row], told[column - 1]];
      return week && turn && week.turns[turn] > 0 ? () => open(week.from, turn) : null;
    },
    onOpen: (week, band) => open(week as Day, band as TurnPart), // of the columns and bands above
  };
}
