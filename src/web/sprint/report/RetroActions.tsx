import { useState } from 'react';
import { X } from 'lucide-react';
import { retroActionsOf, type RetroAction } from '../../../domain/sprint/retro-action.ts';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import { ItemLine } from '../daily/ItemLine.tsx';
import { useCommand, useLook, useMay } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { InlineText } from '../../ui/InlineText.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** What the team means to do otherwise; each becomes an item of the backlog with one press. */
export function RetroActions({ sprint, onOpen }: { sprint: Sprint; onOpen: (item: string) => void }) {
  const command = useCommand();
  const canEdit = useMay('plan-sprints', { in: 'sprint', id: sprint.id });
  const actions = useLook((view) => [...view.list(retroActionsOf, sprint.id)], [sprint.id]);
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    command({ verb: 'addRetroAction', input: { sprint: sprint.id, text: text.trim() } }, { toast: 'Action written down' });
    setText('');
  };
  return (
    <section aria-label="Actions" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
      <h3 className="font-medium">What we do otherwise</h3>
      {actions.length === 0 && !canEdit && <p className="text-ink-3">Nothing was agreed.</p>}
      <ul>
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} canEdit={canEdit} onOpen={onOpen} />
        ))}
      </ul>
      {canEdit && (
        <TextField
          label="Write down an action"
          isLabelHidden
          placeholder="What shall we do otherwise?"
          value={text}
          onChange={setText}
          onEnter={add}
          maxLength={500}
        />
      )}
    </section>
  );
}

function ActionLine({ action: { id, text, item }, canEdit, onOpen }: { action: RetroAction; canEdit: boolean; onOpen: (item: string) => void }) {
  const command = useCommand();
  const isThere = useLook((at) => item !== null && at.find('item', item) !== undefined, [item]);
  if (item !== null && isThere) return <ItemLine item={item} says="in the backlog" onOpen={onOpen} />;
  const make = () => void command({ verb: 'makeItemOfAction', input: { retroAction: id } }, { toast: `In the backlog: ${text}` });
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-2 border-b border-edge py-1">
      <InlineText
        value={text}
        label="Action"
        isReadOnly={!canEdit}
        className="min-w-40 flex-1"
        onSave={(words) => void (words !== '' && command({ verb: 'updateRetroAction', input: { retroAction: id, text: words } }, { toast: 'Action changed' }))}
        problemOf={(words) => (words.trim() === '' ? 'An action says something' : words.length > 500 ? 'At most 500 characters' : undefined)}
      />
      {canEdit && (
        <>
          <Button size="s" onClick={make}>
            Make an item
          </Button>
          <IconButton
            label={`Take out: ${text}`}
            icon={<X aria-hidden="true" />}
            onClick={() => command({ verb: 'removeRetroAction', input: { retroAction: id } }, { toast: 'Action taken out' })}
          />
        </>
      )}
    </li>
  );
}
