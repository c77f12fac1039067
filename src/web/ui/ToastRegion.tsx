import { useEffect, useRef, useState, useSyncExternalStore, type FocusEvent } from 'react';
import { X } from 'lucide-react';
import { toasts, type Toast } from './toasts.ts';

const showMs = 8000;

/** Where toasts stand: bottom centre, on a phone above its bar, and `--toast-lift` higher where a page has something of its own there. Said politely; they wait while the pointer or the focus is on them. */
export function ToastRegion() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.list);
  const [isHeld, setIsHeld] = useState(false);
  const before = useRef<HTMLElement>(null);
  const enter = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
    setIsHeld(true);
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) before.current = relatedTarget;
  };
  const dismiss = (toast: Toast) => {
    // A toast that has the focus takes it along: it goes back to where one came from.
    if (document.activeElement?.closest('[data-toast]')) before.current?.focus({ preventScroll: true });
    toasts.dismiss(toast.id);
  };
  return (
    // Only holds the clock; nothing here needs the pointer.
    <section
      aria-label="Messages"
      data-no-print
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={enter}
      onBlur={() => setIsHeld(false)}
      className="pointer-events-none fixed inset-x-3 bottom-[calc(20px+var(--toast-lift,0px))] z-50 max-tablet:bottom-[calc(var(--phone-bar)+env(safe-area-inset-bottom)+12px+var(--toast-lift,0px))]"
    >
      <div role="log" aria-live="polite" aria-relevant="additions" className="grid justify-items-center gap-2 max-tablet:justify-items-stretch">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} isHeld={isHeld} onDone={() => dismiss(toast)} />
        ))}
      </div>
    </section>
  );
}

function ToastCard({ toast, isHeld, onDone }: { toast: Toast; isHeld: boolean; onDone: () => void }) {
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => toasts.dismiss(toast.id), showMs);
    return () => clearTimeout(timer);
  }, [toast.id, isHeld]);
  return (
    <div
      data-toast
      className="pointer-events-auto flex min-h-9 max-w-140 animate-[slide-up_150ms_var(--ease)] items-center gap-3.5 rounded-panel bg-inverse py-1.5 ps-3 pe-2 text-on-inverse shadow-float"
    >
      <span className="min-w-0 flex-1 wrap-anywhere">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          onClick={() => {
            toast.action?.run();
            onDone();
          }}
          className="hit relative rounded-small px-1 font-semibold text-inverse-accent hover:underline focus-visible:outline-inverse-accent"
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={onDone}
        className="hit relative grid size-5 shrink-0 place-items-center rounded-small text-on-inverse-2 hover:text-on-inverse focus-visible:outline-inverse-accent [&_svg]:size-3"
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}
