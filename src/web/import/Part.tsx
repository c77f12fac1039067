import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';

/** A part of the preview that opens and closes. */
export function Part({ title, note, isOpen, children }: { title: string; note: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="group/part rounded-panel border border-edge">
      <summary className="flex cursor-pointer list-none items-center gap-2 px-3 py-2 hover:bg-hover">
        <ChevronRight aria-hidden="true" className="size-3.5 text-ink-3 transition-transform group-open/part:rotate-90" />
        <strong className="font-semibold">{title}</strong>
        <span className="num text-s text-ink-3">{note}</span>
      </summary>
      <div className="overflow-x-auto border-t border-edge">{children}</div>
    </details>
  );
}
