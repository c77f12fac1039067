import { useEffect, useState } from 'react';
import { useParams } from '@tanstack/react-router';
import { AppLink } from '../app/AppLink.tsx';
import { failureOf, type Failure } from '../app/failure.ts';
import { nameIn } from '../app/name-in.ts';
import { places, type At } from '../app/places.ts';
import { useLook, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ChangedList } from './ChangedList.tsx';
import { importApi, type ImportReport } from './import-api.ts';
import { KeptList } from './KeptList.tsx';
import { mergedReports } from './merged-reports.ts';
import { Problems } from './Problems.tsx';
import { saveReport } from './save-report.ts';
import { grouped } from '../ui/grouped.ts';

type Runs = readonly { readonly id: string; readonly product: string }[];

/** One file that goes into several products: how far all of it is, then what came into each, and once what was not taken. */
export function SeveralImports({ runs, onAnother }: { runs: Runs; onAnother: () => void }) {
  const { workspace } = useParams({ strict: false }) as At;
  const view = useShown();
  const parts = useLook((view) => runs.map(({ id, product }) => ({ run: view.find('import', id), product: view.find('product', product) })), [runs]);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const server = importApi(workspace);
  const known = parts.flatMap(({ run, product }) => (run && product ? [{ run, product }] : []));
  const isOver = known.length === runs.length && known.every(({ run }) => run.state === 'done');
  useEffect(() => {
    let isHere = true;
    if (isOver)
      Promise.all(runs.map(({ id }) => server.report(id))).then(
        (reports) => isHere && setReport(mergedReports(reports)),
        (error: unknown) => isHere && setFailure(failureOf(error)),
      );
    return () => {
      isHere = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- asked when all of them are over
  }, [runs, isOver]);
  const takeBack = async () => {
    setIsLeaving(true);
    setFailure(null);
    try {
      for (const { id } of runs) await server.takeBack(id);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setIsLeaving(false);
    }
  };
  const first = known[0]?.run;
  const sum = (field: 'rows' | 'done' | 'made' | 'updated' | 'unchanged') => known.reduce((total, { run }) => total + run[field], 0);
  if (!first) return isLeaving ? <ProgressBar label="Taking it back" /> : <p role="status">It was taken back. The products stay, with what was in them.</p>;
  if (isLeaving) return <ProgressBar label={`Taking back ${first.file}`} />;
  if (!isOver) return <ProgressBar label={`Importing ${first.file}`} done={sum('done')} total={sum('rows')} unit="rows" onCancel={() => void takeBack()} />;
  return (
    <section aria-label={`Import of ${first.file}`} className="grid gap-3 rounded-panel border border-edge p-4">
      <p className="num">
        <strong className="font-semibold">{first.file} is in.</strong> {said(sum('made'))} made, {said(sum('updated'))} changed, {said(sum('unchanged'))} as
        they were, in {said(known.length)} products:
      </p>
      <ul className="num grid max-h-80 grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-x-4 gap-y-0.5 overflow-y-auto">
        {known
          .toSorted((a, b) => b.run.rows - a.run.rows)
          .map(({ run, product: { key, name } }) => (
            <li key={run.id}>
              <AppLink href={places.backlog({ workspace, product: key })} className="flex items-baseline gap-2 rounded-small px-2 py-1 hover:bg-hover">
                <span className="min-w-0 truncate font-medium">{name}</span>
                <span className="ms-auto shrink-0 text-s text-ink-2">{said(run.made + run.updated + run.unchanged)}</span>
              </AppLink>
            </li>
          ))}
      </ul>
      {failure && <ErrorNotice {...failure} />}
      {report && report.changed.length > 0 && <ChangedList changed={report.changed} count={Math.max(sum('updated'), report.changed.length)} />}
      {report && report.kept.length > 0 && <KeptList kept={report.kept} />}
      {report && report.problems.length > 0 && <Problems problems={report.problems} />}
      <span className="flex flex-wrap gap-2">
        {report && report.problems.length + report.kept.length + report.changed.length > 0 && (
          <Button onClick={() => saveReport(first, report, (item) => nameIn(view)('item', item))}>Save the report</Button>
        )}
        <Button onClick={onAnother}>Import another file</Button>
        <Button variant="quiet" onClick={() => void takeBack()}>
          Take it back
        </Button>
      </span>
    </section>
  );
}

const said = (count: number): string => grouped(count);
