import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { Markdown } from './Markdown.tsx';
import { Tabs } from './Tabs.tsx';

export type MarkdownEditorProps = {
  label: string;
  value: string;
  onSave: (text: string) => void;
  onCancel: () => void;
  /** Told every change, so that the caller can keep what is not saved yet. */
  onDraft?: ((text: string) => void) | undefined;
  placeholder?: string | undefined;
  saveLabel?: string | undefined;
};

/** Long text as Markdown, with a look at how it will stand. Ctrl+Enter saves, Esc leaves all as it was. */
export function MarkdownEditor({ label, value, onSave, onCancel, onDraft, placeholder, saveLabel = 'Save' }: MarkdownEditorProps) {
  const [text, setText] = useState(value);
  const [tab, setTab] = useState('write');
  const area = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    if (tab !== 'write' || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [tab]);

  return (
    // Hears the keys of the field and the buttons in it.
    <div
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (!isSave && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        if (isSave) onSave(text);
        else onCancel();
      }}
      className="grid gap-2"
    >
      <Tabs
        label={label}
        tabs={[
          { id: 'write', label: 'Write' },
          { id: 'preview', label: 'Preview' },
        ]}
        value={tab}
        onChange={setTab}
      >
        {tab === 'write' ? (
          <textarea
            ref={area}
            dir="auto"
            aria-label={label}
            value={text}
            placeholder={placeholder}
            onChange={(event) => {
              setText(event.target.value);
              onDraft?.(event.target.value);
            }}
            className="field field-sizing-content max-h-[50vh] min-h-28 w-full resize-y px-3 py-2 text-l"
          />
        ) : text.trim() === '' ? (
          <p className="min-h-28 text-ink-3">Nothing written yet.</p>
        ) : (
          <div className="min-h-28">
            <Markdown source={text} />
          </div>
        )}
      </Tabs>
      <div className="flex items-center gap-2">
        <span className="flex-1 text-s text-ink-3">Markdown</span>
        <Button onClick={onCancel}>Cancel</Button>
        <Button variant="primary" keys="Mod+Enter" onClick={() => onSave(text)}>
          {saveLabel}
        </Button>
      </div>
    </div>
  );
}
