import type { Mapping } from '../../io/mapping.ts';
import type { Preview } from './import-api.ts';
import { Part } from './Part.tsx';
import type { Target } from './use-import.ts';
import { grouped } from '../ui/grouped.ts';

/** The products that the file's projects become, and how many rows go to each. */
export function ProductsPart({ products, projects, here }: { products: Preview['products']; projects: Mapping['projects']; here: Target }) {
  const taken = projects.filter(({ key, product }) => product?.key === here.key && key !== null && key !== here.key).map(({ key }) => key);
  return (
    <Part title="Products" note={`${products.length}`} isOpen>
      <ul className="num grid grid-cols-[repeat(auto-fill,minmax(200px,1fr))] gap-x-4 gap-y-1 p-3">
        {products
          .toSorted((a, b) => b.rows - a.rows)
          .map(({ key, name, rows }) => (
            <li key={key} className="flex items-baseline gap-2">
              <span className="min-w-0 truncate">{name}</span>
              <span className="ms-auto shrink-0 text-s text-ink-2">{grouped(rows)}</span>
            </li>
          ))}
      </ul>
      {taken.length > 0 && (
        <p className="px-3 pb-3 text-s text-ink-2">
          {here.name} takes {taken.join(', ')}.
        </p>
      )}
      {!products.some(({ key }) => key === here.key) && <p className="px-3 pb-3 text-s text-ink-2">{here.name} gets none of them and stays as it is.</p>}
    </Part>
  );
}
