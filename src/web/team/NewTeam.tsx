import { useState } from 'react';
import { productsByKey } from '../../domain/product/product.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useCommand, useLook, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { TextField } from '../ui/TextField.tsx';
import { WORKS } from './works.ts';

/** A name, what it works on, and in rounds or in flow; everything else has a usual value and is changed in its place. */
export function NewTeam({ onDone }: { onDone: () => void }) {
  const view = useShown();
  const command = useCommand();
  const products = useLook((at) => Array.from(at.list(productsByKey, 'all'), ({ id, name }) => ({ id, name })), []);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(products.length === 1 ? [products[0]!.id] : []);
  const [works, setWorks] = useState<'sprints' | 'flow'>('sprints');
  const [problem, setProblem] = useState<string>();
  const make = () => {
    if (name.trim() === '') return setProblem('A team needs a name.');
    if (chosen.length === 0) return setProblem('Choose what it works on.');
    const done = command(
      { verb: 'createTeam', input: { name: name.trim(), products: chosen, works } },
      { toast: `Team ${name.trim()} made`, onRefused: (why) => setProblem(whySentence(why, nameIn(view))) },
    );
    void done.shown.then(({ outcome }) => outcome === 'shown' && onDone());
    return undefined;
  };
  return (
    <form
      aria-label="New team"
      className="mx-auto mt-4 flex max-w-262 flex-wrap items-end gap-4 rounded-panel border border-edge p-4 max-tablet:mx-4"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <TextField label="Name" value={name} onChange={setName} maxLength={100} autoFocus error={problem} className="w-52" />
      {products.length > 1 && (
        <fieldset className="grid gap-1">
          <legend className="pb-1 text-s font-medium text-ink-2">Works on</legend>
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            {products.map((product) => (
              <Checkbox
                key={product.id}
                label={product.name}
                isChecked={chosen.includes(product.id)}
                onChange={(isChosen) => setChosen(isChosen ? [...chosen, product.id] : chosen.filter((id) => id !== product.id))}
              />
            ))}
          </span>
        </fieldset>
      )}
      <Segmented label="How it works" options={WORKS} value={works} onChange={setWorks} />
      <span className="ms-auto flex gap-2">
        <Button variant="quiet" onClick={onDone}>
          Leave it
        </Button>
        <Button variant="primary" type="submit">
          Make team
        </Button>
      </span>
    </form>
  );
}
