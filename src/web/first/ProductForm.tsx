import { useState, type FormEvent, type ReactNode } from 'react';
import { PRODUCT_KEY } from '../../domain/product/product.ts';
import type { Failure } from '../app/failure.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { WantedProduct } from './begin.ts';
import { keyOfName, type GuessedProduct } from './guess-product.ts';

export interface ProductFormProps {
  readonly guessed: GuessedProduct;
  /** Keys of the workspace's other products. */
  readonly taken: ReadonlySet<string>;
  readonly action: string;
  /** Whether the name is where one goes on. */
  readonly isNameFirst: boolean;
  readonly busy: string | null;
  readonly failure: Failure | null;
  /** Above the fields: the file, or the list that is being written. */
  readonly children: ReactNode;
  readonly onMake: (product: WantedProduct) => void;
  readonly onBack: () => void;
}

/** What the product is called, and in a line what it is to achieve. The key follows the name until somebody writes one. */
export function ProductForm({ guessed, taken, action, isNameFirst, busy, failure, children, onMake, onBack }: ProductFormProps) {
  const [name, setName] = useState(guessed.name);
  const [written, setWritten] = useState<string | null>(null);
  const [goal, setGoal] = useState('');
  const [isTried, setIsTried] = useState(false);
  const key = written ?? (name === guessed.name ? guessed.key : keyOfName(name, taken));
  const faults = {
    name: name.trim() === '' ? 'What is built?' : undefined,
    key: PRODUCT_KEY.test(key) ? (taken.has(key) ? 'Another product has this key.' : undefined) : '2 to 10 letters and digits, a letter first.',
  };
  const shown = isTried ? faults : { name: undefined, key: taken.has(key) ? faults.key : undefined };

  const make = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (busy !== null || faults.name !== undefined || faults.key !== undefined) return;
    onMake({ name: name.trim(), key, goal: goal.trim() });
  };

  return (
    <form noValidate onSubmit={make} className="grid gap-4 rounded-panel border border-edge bg-surface p-5 max-tablet:p-4">
      {children}
      <div className="grid grid-cols-[1fr_8rem] gap-3">
        <TextField label="Product" autoFocus={isNameFirst} value={name} onChange={setName} error={shown.name} maxLength={100} />
        <TextField
          label="Key"
          value={key}
          onChange={(typed) => setWritten(typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))}
          error={shown.key}
          maxLength={10}
          hint={key === '' ? undefined : `${key}-1, ${key}-2 …`}
        />
      </div>
      <TextField label="Product goal (optional)" placeholder="What is it to achieve next?" value={goal} onChange={setGoal} maxLength={500} />
      {failure && <ErrorNotice {...failure} />}
      <div className="flex items-center gap-2 max-tablet:flex-col-reverse max-tablet:items-stretch">
        <Button variant="quiet" onClick={onBack}>
          Another way in
        </Button>
        <Button type="submit" variant="primary" className="ms-auto max-tablet:ms-0">
          {busy ?? action}
        </Button>
      </div>
    </form>
  );
}
