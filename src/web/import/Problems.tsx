import type { Problem } from '../../io/problem.ts';
import { grouped } from '../ui/grouped.ts';

const MOST = 200;
const LOST: Record<Problem['loses'], string> = { file: 'The file', row: 'A row', cell: 'A cell', nothing: 'Worth knowing' };

/** Every row and cell that is not taken, with its place and why; the gravest first. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  const order = ['file', 'row', 'cell', 'nothing'];
  const sorted = [...problems].sort((a, b) => order.indexOf(a.loses) - order.indexOf(b.loses) || (a.row ?? 0) - (b.row ?? 0));
  const count = (loses: Problem['loses']) => problems.filter((problem) => problem.loses === loses).length;
  const rows = count('row');
  const cells = count('cell');
  // Where nothing is lost, every line would begin with the same words.
  const isGraded = rows + cells + count('file') > 0;
  return (
    <section aria-label="What is not taken" className="grid gap-2 p-3">
      {rows + cells > 0 && (
        <p className="num font-medium">
          Not taken: {rows > 0 && `${grouped(rows)} ${rows === 1 ? 'row' : 'rows'}`}
          {rows > 0 && cells > 0 && ', '}
          {cells > 0 && `${grouped(cells)} ${cells === 1 ? 'cell' : 'cells'}`}
        </p>
      )}
      <ul className="grid max-h-80 gap-1 overflow-y-auto text-s">
        {sorted.slice(0, MOST).map((problem, at) => (
          <li key={`${problem.code} ${problem.row} ${problem.column} ${at}`} className={isGraded ? 'grid grid-cols-[96px_minmax(0,1fr)] gap-2' : undefined}>
            {isGraded && <span className="text-ink-3">{LOST[problem.loses]}</span>}
            <span className="wrap-anywhere text-ink-2">{problem.message}</span>
          </li>
        ))}
      </ul>
      {sorted.length > MOST && (
        <p className="num text-s text-ink-3">and {grouped(sorted.length - MOST)} more, all in the report that can be saved at the end</p>
      )}
    </section>
  );
}
