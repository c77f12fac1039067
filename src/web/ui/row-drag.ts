import type { RefObject } from 'react';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { announce } from '@atlaskit/pragmatic-drag-and-drop-live-region';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { disableNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview';
import { preventUnhandled } from '@atlaskit/pragmatic-drag-and-drop/prevent-unhandled';
import { listenForRowPress } from './row-press.ts';
import type { DragPoint, RowDrag, RowPlace } from './use-row-drag.ts';

/** What a scroller does with its rows at this moment. */
export type RowDragging = { drag: RowDrag | undefined; onPress: ((id: string, point: DragPoint) => void) | undefined };

/** Makes the rows of a scroller draggable; the answer ends it, and what is lifted then is put back. */
export function listenForRowDrag(element: HTMLElement, newest: RefObject<RowDragging>): () => void {
  let lifted: { id: string; place: RowPlace | null } | null = null;
  let stopInner = () => {};

  const canLift = (point: DragPoint) => {
    const id = rowIdAt(point);
    return id !== null && (newest.current.drag?.canLift(id) ?? false);
  };
  const lift = (point: DragPoint) => {
    const id = rowIdAt(point);
    if (id === null) return;
    lifted = { id, place: null };
    say(newest.current.drag?.onLift(id, point));
  };
  const move = (place: RowPlace | null) => {
    // Over its own slot nothing changes: the slot stands where the last place was.
    if (!lifted || place?.row === lifted.id || (lifted.place?.row === place?.row && lifted.place?.edge === place?.edge)) return;
    lifted.place = place;
    say(newest.current.drag?.onOver(place));
  };
  const end = (isKept: boolean) => {
    if (!lifted) return;
    const { id, place } = lifted;
    lifted = null;
    say(isKept && place ? newest.current.drag?.onDrop(id, place) : newest.current.drag?.onCancel(id));
  };

  const stop = combine(
    draggable({
      element,
      canDrag: ({ input }) => !touchedLast(element) && canLift({ x: input.clientX, y: input.clientY }),
      onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
      // Not sooner: a browser gives a drag up if the page changes before its first frame.
      onDragStart: ({ location }) => {
        preventUnhandled.start();
        // Lists beside each other, within one that rows are dragged over: each scrolls by itself.
        const inner = element.querySelectorAll<HTMLElement>('[data-row-scroller]');
        stopInner = combine(...Array.from(inner, (scroller) => autoScrollForElements({ element: scroller })));
        lift({ x: location.initial.input.clientX, y: location.initial.input.clientY });
      },
      onDrop: ({ location }) => {
        preventUnhandled.stop();
        stopInner();
        const target = location.current.dropTargets[0];
        if (target) move(asPlace(target.data));
        end(target !== undefined);
      },
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => source.element === element,
      getIsSticky: () => false,
      getData: ({ input }) => ({ ...placeAt({ x: input.clientX, y: input.clientY }, element) }),
      onDragEnter: ({ self }) => move(asPlace(self.data)),
      onDrag: ({ self }) => move(asPlace(self.data)),
      onDragLeave: () => move(null),
    }),
    autoScrollForElements({ element }),
    listenForRowPress(element, {
      canLift,
      onLift: lift,
      onMove: (point) => move(placeAt(point, element)),
      onEnd: end,
      onPress: (point) => {
        const id = rowIdAt(point);
        if (id !== null) newest.current.onPress?.(id, point);
      },
    }),
  );
  return () => {
    end(false);
    stop();
  };
}

/** The row at a point, or around it a place with free space of its own, `data-row-end`, that rows are dropped at the end of. */
function rowElementAt(point: DragPoint): HTMLElement | null {
  return document.elementFromPoint(point.x, point.y)?.closest<HTMLElement>('[data-row], [data-row-end]') ?? null;
}

function rowIdAt(point: DragPoint): string | null {
  const target = document.elementFromPoint(point.x, point.y);
  if (target?.closest('input, textarea, select, [contenteditable="true"], [data-no-drag]')) return null;
  return rowElementAt(point)?.dataset['row'] ?? null;
}

/** The place nearest to a point; beside the rows of a short list it is their end. */
function placeAt(point: DragPoint, scroller: HTMLElement): RowPlace | null {
  const box = scroller.getBoundingClientRect();
  if (point.x < box.left || point.x > box.right || point.y < box.top || point.y > box.bottom) return null;
  const row = rowElementAt(point);
  if (!row) {
    const rows = [...scroller.querySelectorAll<HTMLElement>('[data-row]')];
    const end = rows.reduce<HTMLElement | null>(
      (lowest, one) => (!lowest || one.getBoundingClientRect().top > lowest.getBoundingClientRect().top ? one : lowest),
      null,
    );
    return end && point.y > end.getBoundingClientRect().bottom ? { row: end.dataset['row'] ?? '', edge: 'below' } : null;
  }
  const { rowEnd } = row.dataset;
  if (rowEnd !== undefined) return { row: rowEnd, edge: 'below' };
  const input = {
    clientX: point.x,
    clientY: point.y,
    pageX: point.x,
    pageY: point.y,
    altKey: false,
    button: 0,
    buttons: 1,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
  };
  const edge = extractClosestEdge(attachClosestEdge({}, { element: row, input, allowedEdges: ['top', 'bottom'] }));
  return { row: row.dataset['row'] ?? '', edge: edge === 'top' ? 'above' : 'below' };
}

function asPlace(data: Record<string | symbol, unknown>): RowPlace | null {
  const { row, edge } = data;
  return typeof row === 'string' && (edge === 'above' || edge === 'below') ? { row, edge } : null;
}

function touchedLast(element: HTMLElement): boolean {
  return element.dataset['pointer'] === 'touch';
}

function say(text: string | void): void {
  if (typeof text === 'string' && text !== '') announce(text);
}
