import { useEffect, useRef, useState } from 'react';
import { afterClosing } from '../after-closing.ts';

export interface NextWindow {
  readonly phase: 'first' | 'between' | 'next';
  /** A choice that does not end the matter: the first window closes by itself, and the next one opens in its place. */
  readonly goOn: () => void;
  /** What both windows say when they close. */
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Two windows one after the other, of which the second goes on where the first ended. */
export function useNextWindow(onOpenChange: (isOpen: boolean) => void): NextWindow {
  const [phase, setPhase] = useState<NextWindow['phase']>('first');
  const isGoingOn = useRef(false);
  useEffect(() => {
    if (phase !== 'between') return;
    let isHere = true;
    afterClosing(() => isHere && setPhase('next'));
    return () => {
      isHere = false;
    };
  }, [phase]);
  return {
    phase,
    goOn: () => {
      isGoingOn.current = true;
      setPhase('between');
    },
    onOpenChange: (isOpen) => {
      const isOnly = !isOpen && isGoingOn.current;
      isGoingOn.current = false;
      if (isOnly) return;
      if (!isOpen) setPhase('first');
      onOpenChange(isOpen);
    },
  };
}
