import { useEffect, useRef, useState, type RefObject } from 'react';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

/** Something that can be carried to another place. `kind` says which places may take it. */
export function useCarried(carried: RefObject<HTMLElement | null>, { kind, id }: { kind: string; id: string }, isOn: boolean): void {
  useEffect(() => {
    const element = carried.current;
    if (!element || !isOn) return;
    return draggable({ element, getInitialData: () => ({ [kind]: id }) });
  }, [carried, kind, id, isOn]);
}

interface CarryPlace {
  readonly kind: string;
  readonly takes: (id: string) => boolean;
  readonly onDrop: (id: string) => void;
}

/** A place that things of a kind are dropped on; says whether one that it takes is over it. */
export function useCarryPlace(place: RefObject<HTMLElement | null>, { kind, takes, onDrop }: CarryPlace): boolean {
  const [isOver, setIsOver] = useState(false);
  const now = useRef({ takes, onDrop });
  useEffect(() => {
    now.current = { takes, onDrop };
  });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const idOf = (data: Record<string, unknown>) => (typeof data[kind] === 'string' ? data[kind] : null);
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => {
        const id = idOf(source.data);
        return id !== null && now.current.takes(id);
      },
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ source }) => {
        setIsOver(false);
        now.current.onDrop(idOf(source.data)!);
      },
    });
  }, [place, kind]);
  return isOver;
}
