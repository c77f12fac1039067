import { useRef, useState } from 'react';
import { Ellipsis } from 'lucide-react';
import { STATE_GROUPS } from '../../domain/backlog/state-group.ts';
import type { State } from '../../domain/backlog/state.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { useToldCommand } from '../app/use-told-command.ts';
import { StateMark } from '../backlog/marks/StateMark.tsx';
import { useCommand } from '../store/hooks.ts';
import { ChoicePopover } from '../ui/ChoicePopover.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { InlineText } from '../ui/InlineText.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { Menu } from '../ui/Menu.tsx';
import { NumberChip } from '../ui/NumberChip.tsx';
import { STATE_NAME } from './state-name.ts';
import { GROUP_NAMES } from '../backlog/marks/group-names.ts';
import { nameProblem } from '../ui/name-problem.ts';
import { grouped } from '../ui/grouped.ts';

interface StateRowProps {
  readonly state: State;
  readonly items: number;
  /** Its place in its group, and the group's states in their order. */
  readonly at: number;
  readonly group: readonly string[];
  readonly others: readonly State[];
  readonly canEdit: boolean;
}

/** One step: its name and limit are changed where they stand, the rest by its menu. */
export function StateRow({ state, items, at, group, others, canEdit }: StateRowProps) {
  const change = useToldCommand();
  const command = useCommand();
  const more = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'menu' | 'replacement' | null>(null);
  const { id, name, wipLimit, isWipStrict } = state;
  const moveTo = (place: number) => command(placed(group, { id, place }), { toast: `${name} moved` });
  const remove = (replacement: string | null) => change({ verb: 'removeState', input: { state: id, replacement } }, `State ${name} removed`);
  const entries: MenuEntry[] = [
    { id: 'up', label: 'Move up', disabledReason: at === 0 ? 'It is the first of its group' : undefined, run: () => moveTo(at - 1) },
    { id: 'down', label: 'Move down', disabledReason: at === group.length - 1 ? 'It is the last of its group' : undefined, run: () => moveTo(at + 1) },
    ...(wipLimit === null
      ? []
      : [
          {
            id: 'strict',
            label: isWipStrict ? 'Let the limit warn only' : 'Let the limit stop what is more',
            run: () => change({ verb: 'updateState', input: { state: id, isWipStrict: !isWipStrict } }, isWipStrict ? 'The limit warns' : 'The limit stops'),
          },
        ]),
    { id: 'means', heading: 'Means' },
    ...STATE_GROUPS.filter((one) => one !== 'triage').map((one) => ({
      id: one,
      label: GROUP_NAMES[one],
      isChosen: one === state.group,
      run: () => change({ verb: 'updateState', input: { state: id, group: one } }, `${name} now means ${GROUP_NAMES[one].toLowerCase()}`),
    })),
    { id: 'parting', heading: null },
    { id: 'remove', label: items > 0 ? 'Remove …' : 'Remove', isGrave: true, run: () => (items > 0 ? setOpen('replacement') : remove(null)) },
  ];
  return (
    <li className="flex min-h-9 items-center gap-2 border-b border-edge py-1 last:border-0">
      <StateMark group={state.group} label="" />
      <span className="flex min-w-0 flex-1">
        <InlineText
          value={name}
          label="Name of the state"
          isReadOnly={!canEdit}
          onSave={(text) => change({ verb: 'updateState', input: { state: id, name: text.trim() } }, `Renamed to ${text.trim()}`)}
          problemOf={(text) => nameProblem(text, STATE_NAME)}
        />
      </span>
      <span className="num shrink-0 text-s text-ink-2">{items === 1 ? '1 item' : `${grouped(items)} items`}</span>
      <NumberChip
        name={`Limit of ${name}`}
        label="limit"
        value={wipLimit}
        shown={wipLimit === null ? 'none' : `${wipLimit}${isWipStrict ? ', stops' : ''}`}
        unit="items of a team"
        min={1}
        max={1000}
        mayBeNone
        hint="At most so many at once; empty: no limit"
        canEdit={canEdit}
        onChange={(limit) =>
          change(
            { verb: 'updateState', input: { state: id, wipLimit: limit, ...(limit === null ? { isWipStrict: false } : {}) } },
            limit === null ? `${name} has no limit` : `${name}: at most ${limit}`,
          )
        }
      />
      {canEdit && (
        <IconButton
          ref={more}
          label={`More on ${name}`}
          icon={<Ellipsis aria-hidden="true" />}
          aria-haspopup="menu"
          aria-expanded={open === 'menu'}
          onClick={() => setOpen('menu')}
        />
      )}
      <Menu
        triggerRef={more}
        isOpen={open === 'menu'}
        onOpenChange={(next) => setOpen((was) => (next ? 'menu' : was === 'menu' ? null : was))}
        label={`More on ${name}`}
        entries={entries}
      />
      <ChoicePopover
        triggerRef={more}
        isOpen={open === 'replacement'}
        onOpenChange={(next) => setOpen(next ? 'replacement' : null)}
        label={`Its ${items === 1 ? 'item goes' : `${grouped(items)} items go`} to`}
        choices={others
          .filter((other) => other.id !== id)
          .map((other) => ({ id: other.id, label: other.name, icon: <StateMark group={other.group} label="" /> }))}
        chosen={[]}
        onChoose={(replacement) => remove(replacement)}
      />
    </li>
  );
}

/** What gives every state of a group its place when one moves. */
function placed(group: readonly string[], { id, place }: { id: string; place: number }): NamedCall[] {
  const others = group.filter((one) => one !== id);
  const order = [...others.slice(0, place), id, ...others.slice(place)];
  return order.map((state, at) => ({ verb: 'updateState', input: { state, place: at } }));
}
