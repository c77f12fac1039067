import { use } from 'react';
import { FinishContext } from '../../schedule/finish-board.ts';
import { tip } from '../../ui/tip.ts';
import { cx } from '../../ui/cx.ts';
import { columns, notOnPhone, wideOnly } from './columns.ts';

/** The names of the columns. */
export function ListHead({ unit }: { unit: 'points' | 'items' | null }) {
  return (
    <div className={cx(columns, 'min-h-7 max-tablet:hidden')}>
      <span role="columnheader" aria-label="Handle" />
      <span role="columnheader" aria-label="Type" />
      <span role="columnheader">Key</span>
      <span role="columnheader" aria-label="Mark" />
      <span role="columnheader">Title</span>
      <span role="columnheader" className={wideOnly}>
        Epic
      </span>
      <span role="columnheader" className={wideOnly}>
        Tags
      </span>
      <span role="columnheader" aria-label="Readiness" className={notOnPhone} />
      <span role="columnheader" className="text-center">
        {unit === 'items' ? 'Size' : 'Points'}
      </span>
      <FinishHead />
      <span role="columnheader" aria-label="State" className={notOnPhone} />
      <span role="columnheader" aria-label="Assignee" className={notOnPhone} />
    </div>
  );
}

function FinishHead() {
  const isTold = use(FinishContext) !== null;
  return (
    <span role="columnheader" className={cx('text-end', wideOnly)} {...tip(isTold ? 'Finished by then with 85 %' : undefined)}>
      {isTold && 'Finish'}
    </span>
  );
}
