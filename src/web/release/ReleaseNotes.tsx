import { UnsavedNotes } from '../ui/UnsavedNotes.tsx';
import { useState } from 'react';
import type { Release } from '../../domain/release/release.ts';
import { releaseReport } from '../../domain/release/release-report.ts';
import { nameIn } from '../app/name-in.ts';
import { whySentence } from '../app/refusal-sentence.ts';
import { useCommand, useMe, useReading, useShown, useText } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { NotesActs, NotesText } from './NotesText.tsx';
import { PublishNotes } from './PublishNotes.tsx';

/** The notes of a release: as somebody wrote them, else as far as they write themselves from what is done. */
export function ReleaseNotes({ release }: { release: Release }) {
  const { may } = useMe();
  const { state, body } = useText(release.notes);
  const { draft } = useReading(releaseReport, { release: release.id });
  const [edited, setEdited] = useState<{ readonly base: string | null; readonly text: string } | null>(null);
  const [wasEdited, setWasEdited] = useState(false);
  const canEdit = may('plan-releases', { in: 'release', id: release.id });
  const text = release.notes === null ? draft : body;
  const end = () => {
    setEdited(null);
    setWasEdited(true);
  };
  if (edited) return <Editing release={release} start={edited} onEnd={end} />;
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-180 gap-4 p-6 max-tablet:p-4">
        {release.notes === null && <p className="text-s text-ink-2">Drafted from what is done, without internal work.</p>}
        {state === 'loading' ? (
          <Skeleton className="h-24 w-full" />
        ) : state === 'failed' ? (
          <ErrorNotice
            happened="The notes could not be loaded."
            untouched="They are safe on the server."
            remedy="Check the connection, then open the page again."
          />
        ) : (
          <>
            <span className="flex flex-wrap gap-2">
              {canEdit && (
                <Button variant="primary" autoFocus={wasEdited} onClick={() => setEdited({ base: release.notes, text })}>
                  Edit
                </Button>
              )}
              <NotesActs name={release.name} text={text} />
            </span>
            {canEdit && release.notes !== null && <PublishNotes release={release} />}
            <div className="min-w-0 wrap-anywhere">
              <Markdown source={text} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function Editing({ release, start, onEnd }: { release: Release; start: { readonly base: string | null; readonly text: string }; onEnd: () => void }) {
  const command = useCommand();
  const view = useShown();
  const [text, setText] = useState(start.text);
  const [problem, setProblem] = useState<string>();
  const isStale = release.notes !== start.base;
  const save = () => {
    const saving = command(
      { verb: 'writeReleaseNotes', input: { release: release.id, base: release.notes, text } },
      { toast: 'Release notes saved', onRefused: (why) => setProblem(whySentence(why, nameIn(view))) },
    );
    void saving.shown.then(({ outcome }) => outcome === 'shown' && onEnd());
  };
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-180 gap-4 p-6 max-tablet:p-4">
        <UnsavedNotes isStale={isStale} problem={problem} onDismiss={() => setProblem(undefined)} />
        <NotesText value={text} onChange={setText} autoFocus />
        <span className="flex flex-wrap justify-between gap-2">
          <NotesActs name={release.name} text={text} />
          <span className="flex gap-2">
            <Button onClick={onEnd}>Cancel</Button>
            <Button variant="primary" onClick={save}>
              {isStale ? 'Save mine' : 'Save'}
            </Button>
          </span>
        </span>
      </div>
    </div>
  );
}
