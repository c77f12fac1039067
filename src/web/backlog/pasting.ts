import { create } from 'zustand';
import type { Pasted } from './paste-lines.ts';

/** A pasted list that is large enough to be asked about before it is added; null: none is. */
interface Pasting {
  readonly asked: Pasted | null;
  readonly ask: (asked: Pasted | null) => void;
}

export const usePasting = create<Pasting>((set) => ({ asked: null, ask: (asked) => set({ asked }) }));

/** More than so many items are asked about first. */
export const ASKED_FROM = 51;
