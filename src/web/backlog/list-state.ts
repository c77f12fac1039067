import { create } from 'zustand';
import type { Day } from '../../domain/kernel/day.ts';
import { listed, type Rows } from '../ui/rows.ts';
import type { PickKind } from '../item/pickers/ItemPicker.tsx';

/** A cell that is open for editing: by key, by double click, or by Tab from the one before. */
export interface OpenCell {
  readonly kind: 'title' | PickKind;
  /** The row it is open at. */
  readonly row: string;
  /** What is changed: the row, or all that is selected. */
  readonly items: readonly string[];
}

/** A line that is pulled. */
export interface Pull {
  readonly line: string;
  readonly below: string;
  readonly isLetGo: boolean;
  /** The date with which it would stand there, else the one for the place before; null: none is known. */
  readonly on: Day | null;
  /** The date is that for the place before, until the one for this place is found. */
  readonly isOld: boolean;
}

/** What a person is doing in the list. It is nobody else's business and is forgotten with the page. */
interface ListState {
  /** The item rows as they are shown, lines left out. */
  readonly rows: Rows;
  readonly cursor: string | null;
  /** Where a selection with Shift began. */
  readonly anchor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly open: OpenCell | null;
  readonly why: string | null;
  readonly menu: { readonly row: string; readonly x: number; readonly y: number } | null;
  /** A new item is being written: below this item's row, or at the end. */
  readonly adding: { readonly after: string | null } | null;
  /** A line that is pulled, and the last row above it then; let go, it says what would put it there. */
  readonly pull: Pull | null;
  /** Pulls the nearest line to below the cursor; null where no line is shown that may be pulled. */
  readonly pullHere: (() => void) | null;
  /** A row to be brought into view as soon as it is in the list: a line that was just drawn, or that somebody asks for. */
  readonly sought: string | null;
  readonly outlined: ReadonlySet<string>;
  readonly flashed: ReadonlySet<string>;
  readonly set: (change: Partial<Omit<ListState, 'set'>>) => void;
}

const NONE: ReadonlySet<string> = new Set();

export const useList = create<ListState>((set) => ({
  rows: listed([]),
  cursor: null,
  anchor: null,
  selected: NONE,
  open: null,
  why: null,
  menu: null,
  adding: null,
  pull: null,
  pullHere: null,
  sought: null,
  outlined: NONE,
  flashed: NONE,
  set: (change) => set(change),
}));

/** What a command is about: the selection when the row is part of it or no row is named, else the row. */
export function aboutRow(row: string | null): readonly string[] {
  const { selected } = useList.getState();
  if (selected.size > 0 && (row === null || selected.has(row))) return [...selected];
  return row === null ? [] : [row];
}

/** Begins to write a new item: below the cursor for those who rank, else at the end. */
export function startAdding(canRank: boolean): void {
  const { cursor, rows, set } = useList.getState();
  set({ adding: { after: canRank && cursor !== null && rows.indexOf(cursor) >= 0 ? cursor : null } });
}

/** After which item pasted ones go: where one is being written, else below the cursor. */
export function placeOfPasted(): string | null {
  const { adding, cursor } = useList.getState();
  return adding ? adding.after : cursor;
}

/** The selection after the cursor moved with Shift from the anchor to a row, over the rows as they are shown. */
export function extendTo(rows: Rows, anchor: string, row: string): ReadonlySet<string> {
  const from = rows.indexOf(anchor);
  const to = rows.indexOf(row);
  if (from < 0 || to < 0) return new Set([row]);
  return new Set(rows.slice(Math.min(from, to), Math.max(from, to) + 1));
}

export const noRows = NONE;

/** A page with a list is left: the next one begins without a cursor, and with nothing selected or open. */
export const leaveList = (): void =>
  useList.getState().set({ cursor: null, anchor: null, selected: NONE, open: null, why: null, menu: null, adding: null, outlined: NONE });
