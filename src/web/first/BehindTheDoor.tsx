import { useEffect, useRef } from 'react';
import { FileText } from 'lucide-react';
import { itemsOfText } from '../backlog/paste-lines.ts';
import { TextArea } from '../ui/TextField.tsx';
import { grouped } from '../ui/grouped.ts';

/** The file that was chosen. */
export function FileBehind({ file }: { file: File }) {
  return (
    <p className="flex items-center gap-2 rounded-control bg-sunken px-3 py-2">
      <FileText aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
      <span className="min-w-0 truncate font-medium" title={file.name}>
        {file.name}
      </span>
      <span className="num ms-auto shrink-0 text-s text-ink-3">{sizeOf(file.size)}</span>
    </p>
  );
}

/** The list that is pasted or typed, and how many items it makes. */
export function ListBehind({ text, onText }: { text: string; onText: (text: string) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { items, cut } = itemsOfText(text);
  const said =
    items.length === 0
      ? 'Bullets and numbers are dropped. “bug:” in front makes a bug.'
      : `${grouped(items.length)} ${items.length === 1 ? 'item' : 'items'}, best first`;
  return (
    <TextArea
      ref={field}
      label="Your list"
      className="[&_textarea]:min-h-40"
      value={text}
      onChange={onText}
      rows={7}
      placeholder={'Warn before the weather turns\nShare a live position with people at home\nbug: Compass drifts in the background'}
      hint={cut === 0 ? said : `${said}; ${cut} longer than a title may be ${cut === 1 ? 'is' : 'are'} cut`}
    />
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
