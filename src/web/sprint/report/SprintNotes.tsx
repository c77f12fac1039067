import { UnsavedNotes } from '../../ui/UnsavedNotes.tsx';
import { useState } from 'react';
import type { Sprint } from '../../../domain/sprint/sprint.ts';
import type { SprintNotes as Which } from '../../../domain/sprint/write-sprint-notes.ts';
import { nameIn } from '../../app/name-in.ts';
import { whySentence } from '../../app/refusal-sentence.ts';
import { forgetUnsaved, keepUnsaved, readUnsaved, type UnsavedText } from '../../item/text/unsaved-text.ts';
import { useCommand, useMay, useShown, useText } from '../../store/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { MarkdownEditor } from '../../ui/MarkdownEditor.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

const WORDS: Record<Which, { readonly title: string; readonly asks: string }> = {
  review: { title: 'Review', asks: 'What was shown, and what did people say of it?' },
  retrospective: { title: 'Retrospective', asks: 'What went well, and what shall be otherwise?' },
};

/** The notes of a review or of a retrospective, in Markdown. What was not saved opens by itself. */
export function SprintNotes({ sprint, of }: { sprint: Sprint; of: Which }) {
  const version = sprint[of];
  const { title, asks } = WORDS[of];
  const { state, body } = useText(version);
  const canEdit = useMay('plan-sprints', { in: 'sprint', id: sprint.id });
  const [edited, setEdited] = useState<UnsavedText | null>(() => (canEdit ? readUnsaved(`${sprint.id} ${of}`) : null));
  const [wasEdited, setWasEdited] = useState(false);
  const end = () => {
    setEdited(null);
    setWasEdited(true);
  };
  if (edited) return <Editing sprint={sprint} of={of} start={edited} onEnd={end} />;
  if (state === 'failed')
    return (
      <ErrorNotice
        happened="These notes could not be loaded."
        untouched="They are safe on the server."
        remedy="Check the connection, then open the page again."
      />
    );
  if (state === 'loading') return <Skeleton className="h-16 w-full" />;
  return (
    <div className="grid justify-items-start gap-2">
      {version === null ? (
        <p className="text-ink-3">{canEdit ? asks : 'Nothing was written.'}</p>
      ) : (
        <div className="min-w-0 max-w-full wrap-anywhere">
          <Markdown source={body} />
        </div>
      )}
      {canEdit && (
        <Button
          size="s"
          autoFocus={wasEdited}
          aria-label={`${version === null ? 'Write' : 'Edit'} the ${title.toLowerCase()}`}
          onClick={() => setEdited({ base: version, text: body })}
        >
          {version === null ? 'Write' : 'Edit'}
        </Button>
      )}
    </div>
  );
}

interface EditingProps {
  readonly sprint: Sprint;
  readonly of: Which;
  readonly start: UnsavedText;
  readonly onEnd: () => void;
}

function Editing({ sprint, of, start, onEnd }: EditingProps) {
  const command = useCommand();
  const view = useShown();
  const [problem, setProblem] = useState<string>();
  const { title, asks } = WORDS[of];
  const kept = `${sprint.id} ${of}`;
  const isStale = sprint[of] !== start.base;
  const end = () => {
    forgetUnsaved(kept);
    onEnd();
  };
  const save = (text: string) => {
    const saving = command(
      { verb: 'writeSprintNotes', input: { sprint: sprint.id, of, base: sprint[of], text } },
      { toast: `${title} saved`, onRefused: (why) => setProblem(whySentence(why, nameIn(view))) },
    );
    void saving.shown.then(({ outcome }) => outcome === 'shown' && end());
  };
  return (
    <div className="grid min-w-0 gap-3">
      <UnsavedNotes isStale={isStale} problem={problem} onDismiss={() => setProblem(undefined)} />
      <MarkdownEditor
        label={title}
        value={start.text}
        placeholder={asks}
        onDraft={(text) => keepUnsaved(kept, { base: start.base, text })}
        onSave={save}
        onCancel={end}
        saveLabel={isStale ? 'Save mine' : 'Save'}
      />
    </div>
  );
}
