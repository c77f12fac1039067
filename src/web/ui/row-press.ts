import type { DragPoint } from './use-row-drag.ts';

const pressMs = 250;
/** A finger that wanders farther than this before the time is over wants to scroll. */
const slackPx = 8;
const edgePx = 56;
const scrollPxPerFrame = 9;

export type RowPress = {
  canLift: (point: DragPoint) => boolean;
  onLift: (point: DragPoint) => void;
  onMove: (point: DragPoint) => void;
  /** Let go; false if it was taken away or put back by Esc. */
  onEnd: (isKept: boolean) => void;
  /** Held and let go without moving: that asks for the menu. */
  onPress: (point: DragPoint) => void;
};

/** Dragging by touch. The browser's own long press is slower and can't be set, so the finger is followed here. */
export function listenForRowPress(element: HTMLElement, press: RowPress): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start: DragPoint | null = null;
  let state: 'idle' | 'waiting' | 'held' | 'moving' = 'idle';
  let point: DragPoint = { x: 0, y: 0 };

  const scroll = () => {
    if (state !== 'moving') return;
    // Of lists beside each other, the one under the finger is scrolled.
    const scroller = document.elementFromPoint(point.x, point.y)?.closest('[data-row-scroller]');
    const scrolled = scroller && element.contains(scroller) ? scroller : element;
    const box = scrolled.getBoundingClientRect();
    const by = point.y < box.top + edgePx ? -scrollPxPerFrame : point.y > box.bottom - edgePx ? scrollPxPerFrame : 0;
    if (by !== 0) {
      scrolled.scrollTop += by;
      press.onMove(point);
    }
    requestAnimationFrame(scroll);
  };
  let touched = new AbortController();
  const reset = () => {
    clearTimeout(timer);
    touched.abort();
    state = 'idle';
    start = null;
  };
  const lift = () => {
    if (!start) return;
    state = 'held';
    globalThis.navigator.vibrate?.(8);
    press.onLift(start);
  };

  const events = new AbortController();
  const listen = <Name extends keyof HTMLElementEventMap>(name: Name, act: (event: HTMLElementEventMap[Name]) => void) =>
    element.addEventListener(name, act, { passive: false, signal: events.signal });

  listen('pointerdown', (event) => {
    element.dataset['pointer'] = event.pointerType;
  });
  listen('touchstart', (event) => {
    const touch = event.touches[0];
    if (!touch || event.touches.length > 1) return state === 'waiting' ? reset() : undefined;
    point = { x: touch.clientX, y: touch.clientY };
    if (!press.canLift(point)) return undefined;
    start = point;
    state = 'waiting';
    touched = new AbortController();
    followTaken(event.target);
    timer = setTimeout(lift, pressMs);
    return undefined;
  });
  const move = (event: TouchEvent) => {
    const touch = event.touches[0];
    if (!touch || !start) return;
    point = { x: touch.clientX, y: touch.clientY };
    const isFar = Math.hypot(point.x - start.x, point.y - start.y) > slackPx;
    if (state === 'waiting' && isFar) return reset();
    if (state === 'idle') return;
    if (state === 'held' || state === 'moving') event.preventDefault();
    if (state === 'held' && isFar) {
      state = 'moving';
      requestAnimationFrame(scroll);
    }
    if (state === 'moving') press.onMove(point);
  };
  const letGo = (event: TouchEvent) => {
    const was = state;
    const at = point;
    reset();
    if (was !== 'held' && was !== 'moving') return;
    event.preventDefault();
    press.onEnd(was === 'moving');
    if (was === 'held') press.onPress(at);
  };
  const cancel = () => {
    const was = state;
    reset();
    if (was === 'held' || was === 'moving') press.onEnd(false);
  };
  listen('touchmove', move);
  listen('touchend', letGo);
  listen('touchcancel', cancel);
  /** A row that goes to another list on the way is taken out of the page: from then on it alone hears of the finger. */
  const followTaken = (target: EventTarget | null) => {
    if (!(target instanceof Element)) return;
    const isTaken = () => !element.contains(target);
    const options = { passive: false, signal: touched.signal };
    target.addEventListener('touchmove', (event) => isTaken() && move(event as TouchEvent), options); // as it is named
    target.addEventListener('touchend', (event) => isTaken() && letGo(event as TouchEvent), options);
    target.addEventListener('touchcancel', () => isTaken() && cancel(), options);
  };
  listen('contextmenu', (event) => {
    if (element.dataset['pointer'] !== 'touch') return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || (state !== 'held' && state !== 'moving')) return;
      reset();
      press.onEnd(false);
    },
    { signal: events.signal },
  );
  return () => {
    reset();
    events.abort();
  };
}
