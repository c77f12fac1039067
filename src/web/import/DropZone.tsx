import { useRef } from 'react';
import { FileUp } from 'lucide-react';
import { FileChooser } from '../first/FileChooser.tsx';
import { useFileDrop } from '../first/use-file-drop.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';

/** Where a file is dropped or chosen. */
export function DropZone({ product, onFile }: { product: string; onFile: (file: File) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const isOver = useFileDrop(onFile);
  return (
    <div
      className={cx(
        'grid min-h-60 place-content-center justify-items-center gap-3 rounded-panel border-2 border-dashed p-6 text-center',
        isOver ? 'border-accent bg-accent-soft' : 'border-edge-strong',
      )}
    >
      <FileUp aria-hidden="true" className="size-6 text-ink-3" />
      <p className="max-w-100 text-l text-balance text-ink-2">
        Drop a CSV from Jira or any other tool here to take it into {product}. You see first what becomes of it.
      </p>
      <Button variant="primary" onClick={() => chooser.current?.click()}>
        Choose a file
      </Button>
      <p className="text-s text-ink-3">A file may be brought again later: nothing is made twice, and what you changed here stays yours.</p>
      <FileChooser ref={chooser} label="A file to import" onFile={onFile} />
    </div>
  );
}
