import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

export type EmptyPlaceProps = {
  /** What the place is for, in one sentence. */
  sentence: string;
  /** The one next action. */
  action?: { label: string; run: () => void; keys?: string | undefined } | undefined;
  icon?: ReactNode;
  children?: ReactNode;
};

export function EmptyPlace({ sentence, action, icon, children }: EmptyPlaceProps) {
  return (
    <div className="grid h-full min-h-60 place-content-center justify-items-center gap-4 p-6 text-center">
      {icon !== undefined && (
        <span aria-hidden="true" className="text-ink-3 [&_svg]:size-6 [&_svg]:stroke-[1.5]">
          {icon}
        </span>
      )}
      <p className="max-w-80 text-l text-balance text-ink-2">{sentence}</p>
      {action && (
        <Button variant="primary" keys={action.keys} onClick={action.run}>
          {action.label}
        </Button>
      )}
      {children}
    </div>
  );
}
