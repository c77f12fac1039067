import { useState } from 'react';
import type { BoardColumn, StateColumn } from '../../../domain/sprint/board.ts';
import type { PersonColumn } from '../../../domain/sprint/person-columns.ts';
import { StateMark } from '../../backlog/marks/StateMark.tsx';
import { useCommand, useMay } from '../../store/hooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { cx } from '../../ui/cx.ts';
import { Form } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useOpener } from '../../ui/use-opener.ts';

/** What a column is of, how much is in it, and how much may be. */
export function ColumnHead({ column, cards }: { column: BoardColumn; cards: number }) {
  return column.of === 'person' ? <PersonHead column={column} cards={cards} /> : <StateHead column={column} cards={cards} />;
}

function PersonHead({ column: { person, name }, cards }: { column: PersonColumn; cards: number }) {
  return (
    <div className="flex h-9 items-center gap-2 px-2 text-s">
      {person !== null && <Avatar name={name} isDecorative />}
      <span dir="auto" className={cx('min-w-0 truncate font-medium', person === null && 'text-ink-2')}>
        {name}
      </span>
      <span className="num text-ink-3">{cards}</span>
    </div>
  );
}

function StateHead({ column, cards }: { column: StateColumn; cards: number }) {
  const { opener, layer, close } = useOpener('dialog');
  const [only] = column.states;
  const isState = column.id === only;
  const canLimit = useMay('edit-product', { in: 'state', id: only ?? '' }) && isState;
  const { wip } = column;
  const isOver = wip !== null && wip.now > wip.limit;
  const says = wip === null ? String(cards) : `${wip.now} of ${wip.limit}`;
  const figure = <span className={cx('num', isOver ? 'rounded-small bg-line-soft px-1.5 text-line-ink' : 'text-ink-3')}>{says}</span>;
  return (
    <div className="flex h-9 items-center gap-2 px-2 text-s">
      <StateMark group={column.group} label="" />
      <span className="min-w-0 truncate font-medium">{column.name}</span>
      {canLimit ? (
        <button
          {...opener}
          type="button"
          aria-label={`${column.name}: ${says}. Set a limit`}
          data-tip={wip === null ? 'Set a limit' : wip.isStrict ? 'The limit stops' : 'The limit warns'}
          className="hit relative rounded-small px-1 hover:bg-hover"
        >
          {figure}
        </button>
      ) : (
        figure
      )}
      <Popover {...layer} label={`Limit of ${column.name}`}>
        <LimitForm column={column} state={only ?? ''} onDone={close} />
      </Popover>
    </div>
  );
}

function LimitForm({ column, state, onDone }: { column: StateColumn; state: string; onDone: () => void }) {
  const command = useCommand();
  const [limit, setLimit] = useState(column.wip?.limit ?? null);
  const [isStrict, setIsStrict] = useState(column.wip?.isStrict ?? false);
  const save = () => {
    command(
      { verb: 'updateState', input: { state, wipLimit: limit, isWipStrict: isStrict && limit !== null } },
      { toast: limit === null ? `${column.name} has no limit` : `${column.name}: at most ${limit}` },
    );
    onDone();
  };
  return (
    <Form className="grid w-52 gap-3" onSend={save}>
      <NumberField label="At most" unit="items of the team" value={limit} onChange={setLimit} min={1} max={1000} autoFocus placeholder="no limit" />
      <Checkbox label="Stop what is more" isChecked={isStrict} onChange={setIsStrict} />
      <Button variant="primary" type="submit">
        Set the limit
      </Button>
    </Form>
  );
}
