import type { ReactNode } from 'react';
import { unitOf } from '../../domain/capacity/unit.ts';
import { useToldCommand } from '../app/use-told-command.ts';
import { useLook, useRecord } from '../store/hooks.ts';
import { InlineText } from '../ui/InlineText.tsx';
import { nameProblem } from '../ui/name-problem.ts';
import { NumberChip } from '../ui/NumberChip.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { ZoneChip } from '../ui/ZoneChip.tsx';
import { SizeTable } from './SizeTable.tsx';
import { grouped } from '../ui/grouped.ts';

const UNITS = [
  { id: 'points', label: 'Points' },
  { id: 'items', label: 'Items' },
] as const;

/** What holds for the product as a whole, each changed where it stands. */
export function ProductFacts({ id, canEdit }: { id: string; canEdit: boolean }) {
  const product = useRecord('product', id);
  const unit = useLook((view) => unitOf(view, id), [id]);
  const change = useToldCommand();
  if (!product) return null;
  const { name, key, sizeLimit, zone } = product;
  return (
    <section aria-labelledby="product-facts" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 id="product-facts" className="flex min-w-0 text-l font-semibold">
        <InlineText
          value={name}
          label="Name of the product"
          isReadOnly={!canEdit}
          onSave={(text) => change({ verb: 'updateProduct', input: { product: id, name: text.trim() } }, 'Product renamed')}
          problemOf={(text) => nameProblem(text, { of: 'A product', most: 100 })}
        />
      </h2>
      <dl className="grid grid-cols-[minmax(0,1fr)] divide-y divide-edge border-y border-edge">
        <Fact name="Key" says={`Its items are ${key}-1, ${key}-2 … and keep these names for ever.`}>
          <span className="font-mono text-s">{key}</span>
        </Fact>
        <Fact name="Counted in" says="What lines, capacity and charts add up.">
          {canEdit ? (
            <Segmented
              label="Counted in"
              options={UNITS}
              value={unit}
              onChange={(next) => change({ verb: 'updateProduct', input: { product: id, unit: next } }, `Counted in ${next}`)}
            />
          ) : (
            <span>{unit}</span>
          )}
        </Fact>
        <Fact name="T-shirt sizes" says="The points that each counts as on lines where an item has no points. Hours count by the rate of their team.">
          <SizeTable product={product} canEdit={canEdit} />
        </Fact>
        <Fact name="Size limit" says="A backlog that is never too long is read. More than this is pointed out.">
          <NumberChip
            name="At most so many open items"
            value={sizeLimit}
            shown={sizeLimit === null ? 'none' : `${grouped(sizeLimit)} open items`}
            unit="items"
            min={1}
            max={1_000_000}
            mayBeNone
            hint="Empty: no limit"
            canEdit={canEdit}
            onChange={(limit) =>
              change(
                { verb: 'updateProduct', input: { product: id, sizeLimit: limit } },
                limit === null ? 'No size limit' : `At most ${grouped(limit)} open items`,
              )
            }
          />
        </Fact>
        <Fact name="Time zone" says="Whose day it is for lines, releases and the roadmap.">
          <ZoneChip
            name={`Time zone of ${name}`}
            value={zone}
            canEdit={canEdit}
            onChange={(next) => change({ verb: 'updateProduct', input: { product: id, zone: next } }, `Time zone ${next.replaceAll('_', ' ')}`)}
          />
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, says, children }: { name: string; says: string; children: ReactNode }) {
  return (
    <div className="flex min-h-14 items-center gap-4 py-2 max-tablet:flex-wrap max-tablet:gap-y-1.5">
      <dt className="grid min-w-0 flex-1 max-tablet:basis-full">
        <span className="font-medium">{name}</span>
        <span className="text-s text-ink-2">{says}</span>
      </dt>
      <dd className="shrink-0 text-s max-tablet:shrink">{children}</dd>
    </div>
  );
}
