import { useLayoutEffect, useRef, useState } from 'react';
import { Copy, Download } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { fileName, saveFile } from '../ui/save-file.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { toasts } from '../ui/toasts.ts';

/** The notes while they are written, with a look at how they will stand. */
export function NotesText({ value, onChange, autoFocus = false }: { value: string; onChange: (text: string) => void; autoFocus?: boolean }) {
  const [tab, setTab] = useState('write');
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (autoFocus) area.current?.focus();
  }, [autoFocus]);
  return (
    <Tabs
      label="Release notes"
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
          aria-label="Release notes"
          value={value}
          maxLength={200_000}
          onChange={(event) => onChange(event.target.value)}
          className="field field-sizing-content max-h-[40vh] min-h-40 w-full resize-y px-3 py-2 text-l"
        />
      ) : (
        <div className="min-h-40 wrap-anywhere">{value.trim() === '' ? <p className="text-ink-3">Nothing written yet.</p> : <Markdown source={value} />}</div>
      )}
    </Tabs>
  );
}

/** Takes the notes elsewhere. */
export function NotesActs({ name, text }: { name: string; text: string }) {
  return (
    <span className="flex flex-wrap gap-2">
      <Button icon={<Copy aria-hidden="true" />} onClick={() => void navigator.clipboard.writeText(text).then(() => toasts.show('Copied the notes'))}>
        Copy
      </Button>
      <Button icon={<Download aria-hidden="true" />} onClick={() => saveFile(`${fileName(name)}-notes.md`, text, 'text/markdown')}>
        Download .md
      </Button>
    </span>
  );
}
