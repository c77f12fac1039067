import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useKeys } from '../ui/use-keys.ts';

/** Whether charts are shown as tables: by button, and by the key T. */
export function useTables(): { readonly isTable: boolean; readonly toggle: () => void } {
  const [isTable, setIsTable] = useState(false);
  const toggle = () => setIsTable(!isTable);
  useKeys([{ keys: 'T', description: 'Charts as tables, tables as charts', group: 'Charts', run: toggle }]);
  return { isTable, toggle };
}

interface ChartControlsProps<Unit extends string> {
  readonly label: string;
  /** None: there is nothing to choose from. */
  readonly units: readonly { readonly id: Unit; readonly label: string }[];
  readonly unit: Unit;
  readonly tables: ReturnType<typeof useTables>;
}

/** What charts are counted in, which stands in the address, and whether they are tables. */
export function ChartControls<Unit extends string>({ label, units, unit, tables: { isTable, toggle } }: ChartControlsProps<Unit>) {
  const go = useNavigate();
  const choose = (next: Unit) => void go({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, unit: next }), replace: true } as never); // the query is checked where it is read
  return (
    <div className="flex flex-wrap items-center gap-3">
      {units.length > 0 && <Segmented label={label} options={units} value={unit} onChange={choose} />}
      <Button keys="T" aria-pressed={isTable} onClick={toggle}>
        {isTable ? 'As charts' : 'As tables'}
      </Button>
    </div>
  );
}
