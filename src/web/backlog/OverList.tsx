import { WhyCard } from '../cutline/WhyCard.tsx';
import { BulkBar } from './BulkBar.tsx';
import { CellPicker } from './CellPicker.tsx';
import { RowMenu } from './RowMenu.tsx';

export interface OverListProps {
  /** Whose lines a row's mark is asked about; null: the rows are of several products and have no mark. */
  readonly product: string | null;
  readonly onOpen: (item: string) => void;
}

/** What opens over a list of items: the choices of a cell, the menu of a row, the why of its mark, and what is done with a selection. */
export function OverList({ product, onOpen }: OverListProps) {
  return (
    <>
      <BulkBar />
      <CellPicker />
      <RowMenu onOpen={onOpen} />
      {product !== null && <WhyCard product={product} />}
    </>
  );
}
