import { useEffect, useMemo } from 'react';
import { useParams } from '@tanstack/react-router';
import { NotFoundPage } from '../app/NotFoundPage.tsx';
import { Shell } from '../app/Shell.tsx';
import type { At } from '../app/places.ts';
import { productOfKey } from '../app/use-counts.ts';
import { useLook, useMe } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { takeDropped } from './dropped-file.ts';
import { DropZone } from './DropZone.tsx';
import { ImportRuns } from './ImportRuns.tsx';
import { LookOver } from './LookOver.tsx';
import { useImport } from './use-import.ts';

/** A file on its way into the backlog. */
export function ImportPage() {
  const { product: key } = useParams({ strict: false }) as At;
  const product = useLook((view) => productOfKey(view, key), [key]);
  const { may } = useMe();
  if (product === undefined) return <NotFoundPage />;
  if (!may('import', { in: 'product', id: product })) return <EmptyPlace sentence="Your role does not let you import." />;
  return <Import id={product} />;
}

function Import({ id }: { id: string }) {
  const { workspace } = useParams({ strict: false }) as At;
  const { key, name } = useLook((view) => view.get('product', id), [id]);
  const product = useMemo(() => ({ key, name }), [key, name]);
  const { step, failure, bring, change, recognise, begin, startOver } = useImport(workspace, product);
  useEffect(() => {
    const dropped = takeDropped();
    if (dropped) bring(dropped);
  }, [bring]);
  return (
    <Shell title="Import">
      <div className="h-full overflow-y-auto">
        <div className="mx-auto grid max-w-270 grid-cols-[minmax(0,1fr)] gap-5 px-4 py-6">
          {failure && <ErrorNotice {...failure} untouched="Nothing was taken in." />}
          {step.at === 'choose' && <DropZone product={name} onFile={bring} />}
          {step.at === 'sending' && <ProgressBar label={`Reading ${step.name}`} onCancel={startOver} />}
          {step.at === 'unreadable' && (
            <>
              <ErrorNotice happened={`${step.name} can’t be read.`} remedy={step.sentences.join(' ')} untouched="Nothing was taken in." />
              <Button className="justify-self-start" onClick={startOver}>
                Choose another file
              </Button>
            </>
          )}
          {step.at === 'look' && <LookOver step={step} product={product} onChange={change} onRecognise={recognise} onBegin={begin} onLeave={startOver} />}
          {step.at === 'begun' && <ImportRuns runs={step.runs} onAnother={startOver} />}
          {step.at === 'choose' && <ImportRuns runs={null} product={id} onAnother={startOver} />}
        </div>
      </div>
    </Shell>
  );
}
