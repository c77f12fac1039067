import { WhyCard } from '../cutline/WhyCard.tsx';
import { BulkBar } from './BulkBar.tsx';
import { CellPicker } from './CellPicker.tsx';
import { RowMenu } from './RowMenu.tsx';

export interface OverListProps {
  readonly product: string;
  readonly onOpen: (item: string) => void;
}

/** What opens over a list of items: the choices of a cell, the menu of a row, the why of its mark, and what is done with a selection. */
export function OverList({ product, onOpen }: OverListProps) {
  return (
    <>
      <BulkBar product={product} />
      <CellPicker />
      <RowMenu onOpen={onOpen} />
      <WhyCard product={product} />
    </>
  );
}
