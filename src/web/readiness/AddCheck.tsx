import { useState } from 'react';
import { Plus } from 'lucide-react';
import { READY_CHECK_KINDS } from '../../domain/readiness/ready-check.ts';
import { useCommand } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { TextField } from '../ui/TextField.tsx';
import { checkLabel } from './check-words.ts';

const USUAL_MOST = 13;

/** One more check: the team's own words, typed here, or one that Cutline does by itself. */
export function AddCheck({ product }: { product: string }) {
  const command = useCommand();
  const [words, setWords] = useState('');
  const add = () => {
    if (words.trim() === '') return;
    command({ verb: 'addReadyCheck', input: { product, kind: 'own', words: words.trim() } });
    setWords('');
  };
  const entries = READY_CHECK_KINDS.filter((kind) => kind !== 'own').map((kind) => {
    const most = kind === 'size' ? USUAL_MOST : null;
    return { id: kind, label: checkLabel({ kind, words: '', most }), run: () => void command({ verb: 'addReadyCheck', input: { product, kind, most } }) };
  });
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label="A check of your own, ticked by hand"
        placeholder="Design is agreed"
        maxLength={200}
        value={words}
        onChange={setWords}
        className="flex-1"
      />
      <Button type="submit">Add</Button>
      <MenuButton
        label="Other checks"
        entries={entries}
        trigger={(opener) => (
          <Button {...opener} icon={<Plus aria-hidden="true" />}>
            Other
          </Button>
        )}
      />
    </form>
  );
}
