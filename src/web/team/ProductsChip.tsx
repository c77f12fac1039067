import { productsByKey } from '../../domain/product/product.ts';
import type { Team } from '../../domain/team/team.ts';
import { useLook } from '../store/hooks.ts';
import { ChoiceChip } from '../ui/ChoiceChip.tsx';

interface ProductsChipProps {
  readonly team: Pick<Team, 'name' | 'products'>;
  readonly canEdit: boolean;
  readonly onChange: (products: string[]) => void;
}

/** What a team works on: one product at least. */
export function ProductsChip({ team: { name, products: own }, canEdit, onChange }: ProductsChipProps) {
  const products = useLook((view) => Array.from(view.list(productsByKey, 'all'), ({ id, key, name: label }) => ({ id, label, lead: key })), []);
  const shown = products.filter(({ id }) => own.includes(id)).map(({ label }) => label);
  if (!canEdit || products.length < 2) return <span className="truncate text-ink-3">{shown.join(', ')}</span>;
  const toggle = (id: string) => {
    const next = own.includes(id) ? own.filter((one) => one !== id) : [...own, id];
    if (next.length > 0) onChange(next);
  };
  return (
    <ChoiceChip
      label="works on"
      value={shown.join(', ')}
      hint={`Products of ${name}`}
      listLabel={`Products of ${name}`}
      choices={products}
      chosen={own}
      isMany
      onChoose={toggle}
    />
  );
}
