import { ChevronDown } from 'lucide-react';
import { initials } from '../initials.ts';
import { MenuButton } from '../Menu.tsx';
import type { MenuEntry } from '../menu-entry.ts';

/** The name on top of the sidebar, which opens the way to the others. */
export function ProductSwitch({ name, note, entries }: { name: string; note?: string | undefined; entries: readonly MenuEntry[] }) {
  return (
    <MenuButton
      label="Product and workspace"
      entries={entries}
      trigger={(opener) => (
        <button
          type="button"
          {...opener}
          className="flex min-h-8 w-full items-center gap-2 rounded-control px-2 py-1 text-start hover:bg-hover aria-expanded:bg-hover max-desk:min-h-touch"
        >
          <span aria-hidden="true" className="grid size-5 shrink-0 place-items-center rounded-small bg-accent text-xs font-semibold text-on-accent">
            {initials(name).slice(0, 1)}
          </span>
          <span className="grid min-w-0 flex-1">
            <span className="truncate font-semibold">{name}</span>
            {note !== undefined && <span className="truncate text-xs text-ink-3">{note}</span>}
          </span>
          <span className="sr-only">: switch product or workspace</span>
          <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
        </button>
      )}
    />
  );
}
