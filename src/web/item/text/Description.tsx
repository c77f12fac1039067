import { useEffect, useRef, useState } from 'react';
import { Pencil } from 'lucide-react';
import type { Item } from '../../../domain/backlog/item.ts';
import { useText } from '../../store/hooks.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { DescriptionEditor } from './DescriptionEditor.tsx';
import { forgetUnsaved, readUnsaved, type UnsavedText } from './unsaved-text.ts';

/** The description as it is read; a press on the pencil, or a double click, opens its Markdown. What was not saved opens by itself. */
export function Description({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const { state, body } = useText(item.description);
  const [editing, setEditing] = useState<UnsavedText | null>(() => (canEdit ? readUnsaved(item.id) : null));
  const [isKept, setIsKept] = useState(editing !== null);
  const section = useRef<HTMLElement>(null);
  const isSaved = isKept && editing !== null && state === 'ready' && editing.text === body && editing.base !== item.description;
  // A text that was still on its way when the page was left has arrived since.
  const edited = isSaved ? null : editing;
  useEffect(() => {
    if (isSaved) forgetUnsaved(item.id);
  }, [isSaved, item.id]);

  const open = () => {
    if (!canEdit || state !== 'ready') return;
    setIsKept(false);
    setEditing({ base: item.description, text: body });
  };
  if (!canEdit && item.description === null) return null;
  return (
    <section ref={section} aria-label="Description" tabIndex={-1} className="group/text relative min-w-0 outline-none">
      {edited ? (
        <DescriptionEditor
          item={item}
          start={edited}
          onReopen={setEditing}
          onEnd={() => {
            setEditing(null);
            section.current?.focus({ preventScroll: true });
          }}
        />
      ) : item.description === null ? (
        <button type="button" onClick={open} className="hit relative -mx-1.5 rounded-small px-1.5 text-l text-ink-3 hover:bg-hover hover:text-ink">
          Describe it
        </button>
      ) : state === 'loading' ? (
        <div role="status" aria-label="Loading the description" className="grid gap-2 py-1">
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-4/5" />
        </div>
      ) : state === 'failed' ? (
        <ErrorNotice
          happened="The description could not be loaded."
          untouched="It is safe on the server."
          remedy="Check the connection, then open the item again."
        />
      ) : (
        <>
          <div onDoubleClick={open} className="min-h-6 wrap-anywhere pointer-coarse:pe-8">
            <Markdown source={body} />
          </div>
          {canEdit && (
            <IconButton
              label="Edit the description"
              icon={<Pencil aria-hidden="true" />}
              onClick={open}
              className="absolute end-0 -top-1 bg-surface opacity-0 group-focus-within/text:opacity-100 group-hover/text:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
            />
          )}
        </>
      )}
    </section>
  );
}
