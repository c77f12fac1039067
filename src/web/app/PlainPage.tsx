import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { TooltipLayer } from '../ui/TooltipLayer.tsx';
import { Mark } from './Mark.tsx';
import { useDocumentTitle } from './use-document-title.ts';

export interface PlainPageProps {
  readonly title: string;
  /** `narrow` for a form, `wide` for a choice of ways. */
  readonly width: 'narrow' | 'wide';
  /** At the end of the top line. */
  readonly right?: ReactNode;
  readonly children: ReactNode;
}

/** A page outside of any workspace: signing in, joining, beginning. */
export function PlainPage({ title, width, right, children }: PlainPageProps) {
  useDocumentTitle(title, undefined);
  return (
    <div className="flex h-full flex-col overflow-y-auto bg-ground">
      <header className="flex h-14 shrink-0 items-center gap-2 px-6 max-tablet:px-4">
        <Mark />
        <span className="font-semibold">Cutline</span>
        <span className="ms-auto flex items-center gap-2">{right}</span>
      </header>
      <main
        id="main"
        className={cx(
          'mx-auto grid w-full content-start px-6 pb-16 max-tablet:px-4',
          width === 'narrow' ? 'max-w-96 pt-[12vh] max-tablet:pt-8' : 'max-w-220 pt-[7vh] max-tablet:pt-4',
        )}
      >
        {children}
      </main>
      <ToastRegion />
      <TooltipLayer />
    </div>
  );
}
