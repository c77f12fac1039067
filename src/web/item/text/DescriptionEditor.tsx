import { useEffect, useRef, useState } from 'react';
import type { Item } from '../../../domain/backlog/item.ts';
import { nameIn } from '../../app/name-in.ts';
import { whySentence } from '../../app/refusal-sentence.ts';
import { useNotSaved, useShown, useText } from '../../store/hooks.ts';
import type { Why } from '../../store/command.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { MarkdownEditor } from '../../ui/MarkdownEditor.tsx';
import { toasts } from '../../ui/toasts.ts';
import { useItemChange } from '../use-item-change.ts';
import { StaleText } from './StaleText.tsx';
import { forgetUnsaved, keepUnsaved, readUnsaved, type UnsavedText } from './unsaved-text.ts';

interface DescriptionEditorProps {
  readonly item: Item;
  /** The text as it is opened, and the version it was written over. */
  readonly start: UnsavedText;
  readonly onEnd: () => void;
  /** What could not be saved is opened again with all that was typed. */
  readonly onReopen: (text: UnsavedText) => void;
}

/** Writing the description. It is kept in this browser until the server has it; who was slower sees both texts. */
export function DescriptionEditor({ item, start, onEnd, onReopen }: DescriptionEditorProps) {
  const view = useShown();
  const change = useItemChange([item.id]);
  const { letGo } = useNotSaved();
  const [opened, setOpened] = useState({ text: start.text, times: 0 });
  const [why, setWhy] = useState<Why | null>(null);
  const draft = useRef<UnsavedText>(start);
  const isHere = useIsHere();
  const isStale = item.description !== start.base;
  const theirs = useText(isStale ? item.description : null);
  const keep = (text: string) => {
    draft.current = { ...draft.current, text };
    keepUnsaved(item.id, draft.current);
  };
  const reopen = (text: string) => {
    keep(text);
    setOpened(({ times }) => ({ text, times: times + 1 }));
  };

  const save = (text: string): void => {
    if (text === start.text && !isStale && readUnsaved(item.id) === null) return onEnd();
    const base = item.description; // what is shown beside it, if it is another than the one this was started from
    keepUnsaved(item.id, { base, text });
    const saving = change({ verb: 'writeDescription', input: { item: item.id, base, text } }, 'description saved', { onRefused: setWhy });
    void saving.shown.then(({ outcome }) => outcome !== 'refused' && isHere.current && onEnd());
    void saving.answered.then((answered) => {
      if (answered.outcome !== 'refused') {
        if (readUnsaved(item.id)?.text === text) forgetUnsaved(item.id);
      } else if (answered.why.kind === 'rule') {
        onReopen({ base, text });
        letGo(saving.mutation);
      }
    });
  };
  const cancel = () => {
    const { text, base } = draft.current;
    forgetUnsaved(item.id);
    onEnd();
    if (text.trim() === '' || text === start.text) return;
    const back = () => {
      keepUnsaved(item.id, { base, text });
      onReopen({ base, text });
    };
    toasts.show('The description is as it was', { action: { label: 'Go on writing', run: back } });
  };

  return (
    <div className="grid gap-3">
      {isStale && (
        <StaleText
          theirs={theirs.state === 'ready' ? theirs.body : null}
          onTake={() => {
            forgetUnsaved(item.id);
            onEnd();
          }}
          onJoin={() => reopen(`${draft.current.text.trimEnd()}\n\n${theirs.body}`)}
        />
      )}
      {why && (
        <ErrorNotice
          happened="The description was not saved."
          untouched="Your text is still here."
          remedy={whySentence(why, nameIn(view))}
          onDismiss={() => setWhy(null)}
        />
      )}
      <MarkdownEditor
        key={opened.times}
        label="Description"
        value={opened.text}
        placeholder="What is it for, and for whom?"
        onDraft={keep}
        onSave={save}
        onCancel={cancel}
        saveLabel={isStale ? 'Save mine' : 'Save'}
      />
    </div>
  );
}

function useIsHere() {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}
