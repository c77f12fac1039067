import type { ReactNode } from 'react';
import { CircleAlert, X } from 'lucide-react';
import { IconButton } from './IconButton.tsx';

export type ErrorNoticeProps = {
  /** What happened: "The release was not saved." */
  happened: string;
  /** What is untouched: "Your text is still here." */
  untouched?: string | undefined;
  /** What to do now: "Check the connection, then save again." */
  remedy?: string | undefined;
  /** Buttons that do it. */
  actions?: ReactNode;
  onDismiss?: (() => void) | undefined;
};

/** An error, beside where it happened. */
export function ErrorNotice({ happened, untouched, remedy, actions, onDismiss }: ErrorNoticeProps) {
  return (
    <div role="alert" className="flex gap-2.5 rounded-control bg-wrong-soft px-3 py-2 text-m text-ink-2">
      <CircleAlert aria-hidden="true" className="mt-0.75 size-3.5 shrink-0 text-wrong" />
      <div className="grid min-w-0 flex-1 gap-2">
        <p className="min-w-0 wrap-anywhere">
          <strong className="font-semibold text-ink">{happened}</strong> {untouched} {remedy}
        </p>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {onDismiss && <IconButton label="Dismiss" size="s" icon={<X aria-hidden="true" />} onClick={onDismiss} />}
    </div>
  );
}
