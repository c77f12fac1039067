import { useEffect, useRef, useState, type RefObject } from 'react';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

/** A card that can be carried to another stage. */
export function useCardDrag(card: RefObject<HTMLElement | null>, item: string, isOn: boolean): void {
  useEffect(() => {
    const element = card.current;
    if (!element || !isOn) return;
    return draggable({ element, getInitialData: () => ({ funnelItem: item }) });
  }, [card, item, isOn]);
}

/** A stage that cards are dropped on; says whether one that it takes is over it. */
export function useStageDrop(column: RefObject<HTMLElement | null>, takes: (item: string) => boolean, onDrop: (item: string) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const now = useRef({ takes, onDrop });
  useEffect(() => {
    now.current = { takes, onDrop };
  });
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    const itemOf = (data: Record<string, unknown>) => (typeof data['funnelItem'] === 'string' ? data['funnelItem'] : null);
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => {
        const item = itemOf(source.data);
        return item !== null && now.current.takes(item);
      },
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ source }) => {
        setIsOver(false);
        now.current.onDrop(itemOf(source.data)!);
      },
    });
  }, [column]);
  return isOver;
}
