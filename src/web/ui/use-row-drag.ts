import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { RowDragging } from './row-drag.ts';

export type DragPoint = { x: number; y: number };

/** The place between two rows that a lifted one would take; below a `data-row-end`, the free space around rows. */
export type RowPlace = { row: string; edge: 'above' | 'below' };

/** What a list does with a row that is dragged. A text that is answered is said to screen readers. */
export type RowDrag = {
  canLift: (id: string) => boolean;
  onLift: (id: string, point: DragPoint) => string | void;
  /** The place changed; null is outside the list. */
  onOver: (place: RowPlace | null) => string | void;
  onDrop: (id: string, place: RowPlace) => string | void;
  /** Esc, or let go outside: all is as it was. */
  onCancel: (id: string) => string | void;
};

/**
 * Makes the rows of a scroller draggable, by mouse with the browser's own dragging, by touch after a press of 250 ms.
 * The scroller is the one draggable and the one target, so that rows cost nothing as they come and go.
 * What listens to the pointer is fetched after the first screen.
 */
export function useRowDrag(scroller: RefObject<HTMLDivElement | null>, drag: RowDragging['drag'], onPress: RowDragging['onPress']): void {
  const newest = useRef<RowDragging>({ drag, onPress });
  useLayoutEffect(() => {
    newest.current = { drag, onPress };
  });
  const isOn = drag !== undefined;

  useEffect(() => {
    const element = scroller.current;
    if (!element || !isOn) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    void import('./row-drag.ts').then(({ listenForRowDrag }) => {
      if (!isOver) stop = listenForRowDrag(element, newest);
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, [scroller, isOn]);
}
