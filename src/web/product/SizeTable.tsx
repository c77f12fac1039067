import { SIZES } from '../../domain/estimation/estimate.ts';
import type { Product } from '../../domain/product/product.ts';
import { useToldCommand } from '../app/use-told-command.ts';
import { NumberChip } from '../ui/NumberChip.tsx';

/** How many points each T-shirt size counts as where an item has no points. */
export function SizeTable({ product, canEdit }: { product: Product; canEdit: boolean }) {
  const change = useToldCommand();
  return (
    <ul aria-label="T-shirt sizes in points" className="flex flex-wrap gap-1.5">
      {SIZES.map((size) => (
        <li key={size}>
          <NumberChip
            name={`Points of ${size}`}
            label={size}
            value={product.sizePoints[size]}
            shown={String(product.sizePoints[size])}
            unit="points"
            min={0}
            max={100_000}
            canEdit={canEdit}
            onChange={(points) =>
              change(
                { verb: 'updateProduct', input: { product: product.id, sizePoints: { ...product.sizePoints, [size]: points! } } },
                `${size} counts as ${points}`,
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}
