import { useState } from 'react';
import { Rows3 } from 'lucide-react';
import { columnsOfTeam } from '../../../domain/sprint/board-column.ts';
import type { BoardLook, ColumnsBy } from '../../../domain/sprint/board.ts';
import { LANES_BY, type LanesBy } from '../../../domain/sprint/lanes.ts';
import { useLook, useMay } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChip } from '../../ui/ChoiceChip.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';

const LANES: Record<LanesBy, string> = {
  none: 'none',
  assignee: 'People',
  state: 'State',
  epic: 'Epic',
  parent: 'Parent',
  type: 'Type',
  category: 'Category',
  estimate: 'Estimate',
  tag: 'Tags',
  release: 'Release',
  due: 'Due date',
  product: 'Product',
};
const COLUMNS: Record<ColumnsBy, string> = { own: 'Own', state: 'States', group: 'Groups', assignee: 'People' };

interface BoardLooksProps {
  readonly team: string;
  readonly look: BoardLook;
  readonly onChange: (to: Partial<BoardLook>) => void;
}

/** What the columns and the lanes are, and where a team says which columns it wants. */
export function BoardLooks({ team, look, onChange }: BoardLooksProps) {
  const [isEditing, setIsEditing] = useState(false);
  const canEdit = useMay('plan-sprints', { in: 'team', id: team });
  const hasOwn = useLook((view) => view.list(columnsOfTeam, team).length > 0, [team]);
  // While a team has said nothing its columns are the states.
  const shown: readonly ColumnsBy[] = hasOwn ? ['own', 'state', 'group', 'assignee'] : ['state', 'group', 'assignee'];
  const isOfSeveral = useLook((view) => (view.find('team', team)?.products.length ?? 0) > 1, [team]);
  // What the columns are of says nothing a second time as lanes.
  const lanes = LANES_BY.filter((by) => (by === 'product' ? isOfSeveral : by !== look.columns));
  return (
    <div className="flex min-h-10 items-center gap-2 overflow-x-auto border-b border-edge px-4 py-1 [scrollbar-width:none]">
      <Segmented
        label="Columns"
        value={look.columns === 'own' && !hasOwn ? 'state' : look.columns}
        onChange={(columns) => onChange({ columns: columns === 'state' && !hasOwn ? 'own' : columns })}
        options={shown.map((id) => ({ id, label: COLUMNS[id] }))}
      />
      <ChoiceChip
        listLabel="Lanes"
        label="lanes"
        value={LANES[look.lanes]}
        icon={<Rows3 aria-hidden="true" />}
        choices={lanes.map((id) => ({ id, label: id === 'none' ? 'No lanes' : LANES[id] }))}
        chosen={[look.lanes]}
        onChoose={(lanes) => onChange({ lanes: LANES_BY.find((one) => one === lanes) ?? 'none' })}
      />
      {canEdit && (
        <Button size="s" variant="quiet" onClick={() => setIsEditing(true)}>
          Columns…
        </Button>
      )}
      {isEditing && <ColumnsDialog team={team} onDone={() => setIsEditing(false)} />}
    </div>
  );
}
