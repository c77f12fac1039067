import type { CSSProperties } from 'react';
import { X } from 'lucide-react';
import { hueOf } from './hue.ts';

export type TagProps = { name: string; onRemove?: (() => void) | undefined };

/** A word put on something; its dot has the colour of its name. */
export function Tag({ name, onRemove }: TagProps) {
  return (
    <span className="inline-flex max-w-40 min-w-0 items-center gap-1 rounded-full border border-edge px-1.5 text-xs whitespace-nowrap text-ink-2">
      <span aria-hidden="true" style={{ '--hue': hueOf(name) } as CSSProperties} className="hued size-1.5 shrink-0 rounded-full bg-tag" />
      <span className="truncate" title={name}>
        {name}
      </span>
      {onRemove && (
        <button
          type="button"
          aria-label={`Remove ${name}`}
          onClick={onRemove}
          className="hit relative -me-1 grid size-4 shrink-0 place-items-center rounded-full text-ink-3 hover:bg-hover hover:text-ink [&_svg]:size-2.5"
        >
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
