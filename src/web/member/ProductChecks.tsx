import { productsByKey } from '../../domain/product/product.ts';
import { useLook } from '../store/hooks.ts';
import { Checkbox } from '../ui/Checkbox.tsx';

export interface ProductChecksProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error: string | undefined;
}

/** The products that a guest sees. */
export function ProductChecks({ chosen, onChange, error }: ProductChecksProps) {
  const products = useLook((view) => Array.from(view.list(productsByKey, 'all'), ({ id, name }) => ({ id, name })), []);
  return (
    <fieldset className="grid gap-1.5">
      <legend className="pb-1 text-s font-medium text-ink-2">Products that they see</legend>
      {products.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          isChecked={chosen.includes(id)}
          onChange={(isChecked) => onChange(isChecked ? [...chosen, id] : chosen.filter((other) => other !== id))}
        />
      ))}
      <p aria-live="polite" className="text-s text-wrong empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}

/** What is wrong with a guest's products; undefined when nothing is. */
export const guestFault = (chosen: readonly string[]): string | undefined =>
  chosen.length === 0 ? 'A guest sees nothing until a product is chosen.' : undefined;
