import { useState } from 'react';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { STATE_GROUPS, type StateGroup } from '../../../domain/backlog/state-group.ts';
import { statesOf } from '../../../domain/backlog/state.ts';
import { columnsOfTeam, statesWithout } from '../../../domain/sprint/board-column.ts';
import { isOnBoards } from '../../../domain/sprint/board.ts';
import { nameIn } from '../../app/name-in.ts';
import { whySentence } from '../../app/refusal-sentence.ts';
import { StateMark } from '../../backlog/marks/StateMark.tsx';
import { useCommand, useLook, useShown } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { movedBy, namedFrom, NOWHERE, withTaking, type DraftColumn } from './draft-columns.ts';

/** The columns of a team's board: what they are called, their order, and which states stand in which. */
export function ColumnsDialog({ team, onDone }: { team: string; onDone: () => void }) {
  const command = useCommand();
  const view = useShown();
  const states = useLook(
    (at) => at.get('team', team).products.flatMap((product) => Array.from(at.list(statesOf, product)).filter(({ group }) => isOnBoards(group))),
    [team],
  );
  const isMany = useLook((at) => at.get('team', team).products.length > 1, [team]);
  const [columns, setColumns] = useState<readonly DraftColumn[]>(() => {
    const own = Array.from(view.list(columnsOfTeam, team));
    return own.length > 0 ? own.map(({ id, name, groups, states: named }) => ({ key: id, id, name, groups, states: named })) : namedFrom(states);
  });
  const [made, setMade] = useState(0);
  const [problem, setProblem] = useState<string>();
  const save = (to: readonly DraftColumn[], toast: string) => {
    const wanted = to.map(({ id, name, groups, states: named }) => ({ ...(id === undefined ? {} : { id }), name, groups: [...groups], states: [...named] }));
    const saving = command(
      { verb: 'setBoardColumns', input: { team, columns: wanted } },
      { toast, onRefused: (why) => setProblem(whySentence(why, nameIn(view))) },
    );
    void saving.shown.then(({ outcome }) => outcome !== 'refused' && onDone());
  };
  const change = (at: number, to: Partial<DraftColumn>) => setColumns(columns.map((column, n) => (n === at ? { ...column, ...to } : column)));
  const places = [{ id: NOWHERE, label: 'in no column' }, ...columns.map(({ key, name }) => ({ id: key, label: name || 'a column without a name' }))];
  const without = statesWithout(states, columns);
  const isNameless = columns.some(({ name }) => name.trim() === '');
  return (
    <Dialog
      title="Columns of the board"
      isOpen
      onClose={onDone}
      width="l"
      actions={
        <>
          <Button variant="quiet" onClick={() => save([], 'The columns are the states')}>
            Back to the states
          </Button>
          <Button variant="primary" disabledReason={isNameless ? 'A column has no name' : undefined} onClick={() => save(columns, 'Columns set')}>
            Set the columns
          </Button>
        </>
      }
    >
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
        {problem !== undefined && (
          <ErrorNotice happened="The columns were not set." untouched="The board is as it was." remedy={problem} onDismiss={() => setProblem(undefined)} />
        )}
        <section aria-label="Columns" className="grid gap-1.5">
          {columns.map((column, at) => (
            <div key={column.key} className="flex items-center gap-1">
              <div className="min-w-0 flex-1">
                <TextField label={`Column ${at + 1}`} isLabelHidden value={column.name} onChange={(name) => change(at, { name })} maxLength={60} />
              </div>
              <IconButton label={`${column.name} further left`} icon={<ArrowUp aria-hidden="true" />} onClick={() => setColumns(movedBy(columns, at, -1))} />
              <IconButton label={`${column.name} further right`} icon={<ArrowDown aria-hidden="true" />} onClick={() => setColumns(movedBy(columns, at, 1))} />
              <IconButton label={`Take ${column.name} away`} icon={<X aria-hidden="true" />} onClick={() => setColumns(columns.filter((_, n) => n !== at))} />
            </div>
          ))}
          <span>
            <Button
              size="s"
              onClick={() => {
                setMade(made + 1);
                setColumns([...columns, { key: `new ${made}`, name: 'New column', groups: [], states: [] }]);
              }}
            >
              Add a column
            </Button>
          </span>
        </section>
        <section aria-labelledby="columns-states" className="grid gap-1.5">
          <h3 id="columns-states" className="font-medium">
            Which states stand where
          </h3>
          {STATE_GROUPS.filter((group) => states.some((state) => state.group === group)).map((group) => (
            <div key={group} className="grid gap-1">
              {states
                .filter((state) => state.group === group)
                .map(({ id, name, product }) => (
                  <Where
                    key={id}
                    group={group}
                    name={isMany ? `${nameIn(view)('product', product)}: ${name}` : name}
                    value={columns.find((column) => column.states.includes(id))?.key ?? columns.find((column) => column.groups.includes(group))?.key ?? NOWHERE}
                    places={places}
                    onChange={(key) => setColumns(withTaking(columns, { state: id, key, states }))}
                  />
                ))}
            </div>
          ))}
          <p className="text-s text-ink-2">
            {without.length === 0
              ? 'Every state has its column.'
              : `In no column: ${without.map(({ name }) => name).join(', ')}. Cards that stand there are shown at the end of the board.`}
          </p>
        </section>
      </div>
    </Dialog>
  );
}

interface WhereProps {
  readonly group: StateGroup;
  readonly name: string;
  readonly value: string;
  readonly places: readonly { readonly id: string; readonly label: string }[];
  readonly onChange: (column: string) => void;
}

function Where({ group, name, value, places, onChange }: WhereProps) {
  return (
    <div className="flex min-h-8 items-center gap-2">
      <StateMark group={group} label="" />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <Select label={`${name} stands in`} isLabelHidden value={value} options={places} onChange={onChange} />
    </div>
  );
}
