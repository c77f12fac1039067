import { useEffect, useState } from 'react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { importsOf, type ImportRun } from '../../domain/import/import-run.ts';
import { failureOf, type Failure } from '../app/failure.ts';
import { nameIn } from '../app/name-in.ts';
import { places, type At } from '../app/places.ts';
import { useLook, useRecord, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ChangedList } from './ChangedList.tsx';
import { importApi, type ImportReport } from './import-api.ts';
import { KeptList } from './KeptList.tsx';
import { Problems } from './Problems.tsx';
import { saveReport } from './save-report.ts';
import { SeveralImports } from './SeveralImports.tsx';
import { grouped } from '../ui/grouped.ts';

/** Imports that go on, and what came of those that have ended. Without `runs`, the last one of the product. */
export function ImportRuns({
  runs,
  product,
  onAnother,
}: {
  runs: readonly { readonly id: string; readonly product: string }[] | null;
  product?: string;
  onAnother: () => void;
}) {
  const last = useLook((view) => (product === undefined ? undefined : [...view.list(importsOf, product)].at(-1)?.id), [product]);
  if (runs !== null && runs.length > 1) return <SeveralImports runs={runs} onAnother={onAnother} />;
  const ids = runs?.map(({ id }) => id) ?? (last === undefined ? [] : [last]);
  return (
    <>
      {ids.map((id) => (
        <OneImport key={id} id={id} isNew={runs !== null} onAnother={onAnother} />
      ))}
    </>
  );
}

function OneImport({ id, isNew, onAnother }: { id: string; isNew: boolean; onAnother: () => void }) {
  const at = useParams({ strict: false }) as At;
  const run = useRecord('import', id);
  const server = importApi(at.workspace);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const state = run?.state;
  useEffect(() => {
    let isHere = true;
    const ask = () =>
      server.report(id).then(
        (found) => isHere && setReport(found),
        (error: unknown) => isHere && setFailure(failureOf(error)),
      );
    void ask();
    // What was not taken is written a moment after the last row.
    const timer = setTimeout(() => void ask(), 800);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- asked again when the import's state has changed
  }, [id, state]);
  const act = (work: () => Promise<unknown>) => {
    setIsBusy(true);
    setFailure(null);
    work()
      .catch((error: unknown) => setFailure(failureOf(error)))
      .finally(() => setIsBusy(false));
  };
  if (!run && failure) return <ErrorNotice {...failure} />;
  if (!run) return isNew && report && !report.import ? <p role="status">It was taken back: nothing of it is left.</p> : null;
  const isStopped = run.state === 'running' && report !== null && report.isStopped;
  return (
    <section aria-label={`Import of ${run.file}`} className="grid gap-3 rounded-panel border border-edge p-4">
      <Result run={run} isStopped={isStopped} onCancel={() => act(() => server.takeBack(id))} isBusy={isBusy} />
      {failure && <ErrorNotice {...failure} />}
      {isStopped && (
        <span className="flex gap-2">
          <Button
            variant="primary"
            disabledReason={isBusy ? 'Working on it' : undefined}
            onClick={() => act(async () => setReport((await server.goOn(id), await server.report(id))))}
          >
            Go on
          </Button>
          <Button disabledReason={isBusy ? 'Working on it' : undefined} onClick={() => act(() => server.takeBack(id))}>
            Take back
          </Button>
        </span>
      )}
      {run.state === 'done' && (
        <Ended run={run} report={report} isNew={isNew} isBusy={isBusy} at={at} onTakeBack={() => act(() => server.takeBack(id))} onAnother={onAnother} />
      )}
    </section>
  );
}

function Result({ run, isStopped, isBusy, onCancel }: { run: ImportRun; isStopped: boolean; isBusy: boolean; onCancel: () => void }) {
  const { file, rows, done, made, updated, unchanged, state } = run;
  if (isBusy && state !== 'running') return <ProgressBar label={`Taking back ${file}`} />;
  if (isStopped)
    return (
      <p className="num">
        The import of {file} stopped at row {grouped(done)} of {grouped(rows)}. Nothing is half done: go on, or take back what is in.
      </p>
    );
  if (state === 'running')
    return (
      <ProgressBar label={isBusy ? `Taking back ${file}` : `Importing ${file}`} done={done} total={rows} unit="rows" onCancel={isBusy ? undefined : onCancel} />
    );
  if (state === 'taken-back') return <p>{file} was taken back: what it had made is gone, and what others had built on stayed.</p>;
  const parts = [`${grouped(made)} made`, `${grouped(updated)} changed`, `${grouped(unchanged)} as they were`];
  return (
    <p className="num">
      <strong className="font-semibold">{file} is in.</strong> {parts.join(', ')}.
    </p>
  );
}

interface EndedProps {
  readonly run: ImportRun;
  readonly report: ImportReport | null;
  readonly isNew: boolean;
  readonly isBusy: boolean;
  readonly at: At;
  readonly onTakeBack: () => void;
  readonly onAnother: () => void;
}

function Ended({ run, report, isNew, isBusy, at, onTakeBack, onAnother }: EndedProps) {
  const view = useShown();
  const go = useNavigate();
  const kept = report?.kept ?? [];
  const problems = report?.problems ?? [];
  return (
    <>
      {report && report.changed.length > 0 && <ChangedList changed={report.changed} count={Math.max(run.updated, report.changed.length)} />}
      {kept.length > 0 && <KeptList kept={kept} />}
      {problems.length > 0 && <Problems problems={problems} />}
      <span className="flex flex-wrap gap-2">
        {isNew && (
          <Button variant="primary" autoFocus onClick={() => void go({ to: places.backlog(at) })}>
            Go to the backlog
          </Button>
        )}
        {report && problems.length + kept.length + report.changed.length > 0 && (
          <Button onClick={() => saveReport(run, report, (item) => nameIn(view)('item', item))}>Save the report</Button>
        )}
        {isNew && <Button onClick={onAnother}>Import another file</Button>}
        <Button variant="quiet" disabledReason={isBusy ? 'Working on it' : undefined} onClick={onTakeBack}>
          Take it back
        </Button>
      </span>
    </>
  );
}
