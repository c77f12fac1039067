import { useRef } from 'react';
import { ClipboardList, FileDown, Mountain } from 'lucide-react';
import type { Failure } from '../app/failure.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Door } from './Door.tsx';
import { ExportHelp } from './ExportHelp.tsx';
import { FileChooser } from './FileChooser.tsx';
import { useFileDrop } from './use-file-drop.ts';

export interface DoorsProps {
  readonly hasExample: boolean;
  readonly exampleIsThere: boolean;
  readonly busy: string | null;
  readonly failure: Failure | null;
  readonly onFile: (file: File) => void;
  readonly onList: () => void;
  readonly onExample: () => void;
}

/** The ways to begin, and how a file is had from other tools. */
export function Doors({ hasExample, exampleIsThere, busy, failure, onFile, onList, onExample }: DoorsProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const isOver = useFileDrop(busy === null ? onFile : null);
  return (
    <div className="grid gap-8">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-3 max-tablet:grid-cols-1">
        <Door
          title="Bring your backlog"
          sentence="Drop a CSV from Jira or any other tool here, or choose one."
          icon={<FileDown />}
          isOpenPlace
          isTarget={isOver}
          onOpen={() => chooser.current?.click()}
        />
        <Door title="Paste or type a list" sentence="One line, one item. The best one first." icon={<ClipboardList />} onOpen={onList} />
        {hasExample && (
          <Door
            title="Look round the example"
            sentence={
              busy ??
              (exampleIsThere
                ? 'It is there already, in a workspace of its own.'
                : 'Trailhead, an app for hikers, in a workspace of its own. It goes in one step.')
            }
            icon={<Mountain />}
            onOpen={onExample}
          />
        )}
      </div>
      <FileChooser ref={chooser} label="A file with your backlog" onFile={onFile} />
      {failure && <ErrorNotice {...failure} />}
      <ExportHelp />
    </div>
  );
}
