import { useEffect, useState } from 'react';
import { TooltipCard } from './TooltipCard.tsx';

const waitMs = 450;
/** Right after one tooltip the next shows at once. */
const warmMs = 600;

/** One tooltip for the whole page: shows what `tip()` put on the element under the pointer or with the focus. Esc hides it. */
export function TooltipLayer() {
  const [target, setTarget] = useState<HTMLElement | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current: HTMLElement | null = null;
    let hiddenAtMs = -Infinity;

    const hide = () => {
      clearTimeout(timer);
      if (current) hiddenAtMs = performance.now();
      current = null;
      setTarget(null);
    };
    const show = (element: HTMLElement) => {
      current = element;
      setTarget(element);
    };
    const withTip = (event: Event) => (event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null);
    const pointed = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const element = withTip(event);
      if (element === current) return;
      hide();
      if (element) timer = setTimeout(() => show(element), performance.now() - hiddenAtMs < warmMs ? 0 : waitMs);
    };
    const focused = (event: FocusEvent) => {
      const element = withTip(event);
      hide();
      if (element?.matches(':focus-visible')) show(element);
    };
    const pressed = (event: KeyboardEvent) => {
      if (current && event.key === 'Escape') event.stopPropagation();
      hide();
    };

    const events = new AbortController();
    const options = { signal: events.signal, capture: true, passive: true };
    document.addEventListener('pointerover', pointed, options);
    document.addEventListener('focusin', focused, options);
    document.addEventListener('focusout', hide, options);
    document.addEventListener('keydown', pressed, options);
    for (const name of ['pointerdown', 'scroll', 'dragstart'] as const) document.addEventListener(name, hide, options);
    document.documentElement.addEventListener('pointerleave', hide, { signal: events.signal });
    return () => {
      clearTimeout(timer);
      events.abort();
    };
  }, []);

  return target?.isConnected === true ? <TooltipCard key={target.dataset['tip']} target={target} /> : null;
}
