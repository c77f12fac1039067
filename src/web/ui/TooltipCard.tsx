import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from './Kbd.tsx';

const gapPx = 6;
const marginPx = 8;

/** The words on an element's tip, below it, or above where there is no room. */
export function TooltipCard({ target }: { target: HTMLElement }) {
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const { tip = '', tipKeys } = target.dataset;

  useLayoutEffect(() => {
    if (!card.current) return;
    const at = target.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card.current;
    const left = Math.max(marginPx, Math.min(at.left + at.width / 2 - width / 2, innerWidth - width - marginPx));
    const below = at.bottom + gapPx;
    const top = below + height > innerHeight - marginPx ? at.top - gapPx - height : below;
    card.current.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }, [target, tip]);

  useEffect(() => {
    // What is the element's name already is not said twice.
    if (target.getAttribute('aria-label') === tip) return;
    const before = target.getAttribute('aria-describedby');
    target.setAttribute('aria-describedby', [before, id].filter(Boolean).join(' '));
    return () => {
      if (before === null) target.removeAttribute('aria-describedby');
      else target.setAttribute('aria-describedby', before);
    };
  }, [target, tip, id]);

  return createPortal(
    <div
      ref={card}
      id={id}
      role="tooltip"
      className="pointer-events-none fixed top-0 left-0 z-60 flex max-w-72 items-center gap-2 rounded-control bg-inverse px-2 py-1 text-s text-on-inverse shadow-float"
    >
      <span className="min-w-0 wrap-anywhere">{tip}</span>
      {tipKeys !== undefined && (
        <span className="text-on-inverse-2">
          <Kbd keys={tipKeys} tone="inherit" />
        </span>
      )}
    </div>,
    document.body,
  );
}
