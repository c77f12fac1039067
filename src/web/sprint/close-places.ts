import type { Item } from '../../domain/backlog/item.ts';
import type { NamedCall } from '../../domain/verbs.ts';

/** Where an unfinished item goes when its sprint closes: on to the next sprint, to a release, or to the backlog, which is in none. */
export type Goes = 'next-sprint' | 'backlog' | `release ${string}`;

export interface Place {
  readonly id: Goes;
  readonly label: string;
}

export interface OpenRelease {
  readonly id: string;
  readonly name: string;
  readonly product: string;
}

/** The places that somebody may send an item to: what is in a release stays there, unless they plan that one too. */
export function placesFor(
  item: Pick<Item, 'product' | 'release'>,
  { next, releases, mayPlan }: { next: string; releases: readonly OpenRelease[]; mayPlan: (release: string) => boolean },
): Place[] {
  const mayLeave = item.release === null || mayPlan(item.release);
  const open = releases.filter(({ id, product }) => product === item.product && (id === item.release || (mayLeave && mayPlan(id))));
  return [
    { id: 'next-sprint', label: next },
    ...open.map(({ id, name }): Place => ({ id: `release ${id}`, label: id === item.release ? `${name}, where it is` : name })),
    ...(mayLeave ? [{ id: 'backlog', label: 'Backlog' } as const] : []),
  ];
}

/** Where an item goes: as somebody said of it, else as they said of all, as far as it can go there; else it stays in its release. */
export function goesTo(item: Pick<Item, 'release'>, { all, own, places }: { all: Goes; own: Goes | undefined; places: readonly Place[] }): Goes {
  const wanted = own ?? all;
  if (places.some(({ id }) => id === wanted)) return wanted;
  return item.release === null ? 'backlog' : `release ${item.release}`;
}

/** Closes a sprint and sends what is unfinished where it shall go, as one change. */
export function callsOfClose(sprint: string, going: readonly { readonly item: Pick<Item, 'id' | 'release'>; readonly to: Goes }[]): NamedCall[] {
  const except = going.flatMap(({ item, to }) => (to === 'next-sprint' ? [] : [item.id]));
  const byRelease = new Map<string | null, string[]>();
  for (const { item, to } of going) {
    const release = to === 'backlog' ? null : to === 'next-sprint' ? item.release : to.slice('release '.length);
    if (release !== item.release) byRelease.set(release, [...(byRelease.get(release) ?? []), item.id]);
  }
  return [
    ...Array.from(byRelease, ([release, items]): NamedCall => ({ verb: 'putInRelease', input: { items, release } })),
    { verb: 'closeSprint', input: { sprint, unfinished: 'next-sprint', except } },
  ];
}
