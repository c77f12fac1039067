import { createContext } from 'react';
import type { Lines } from '../../domain/cutline/line.ts';
import { boundsOf, type Bounds } from '../../domain/readiness/mismatch.ts';
import { useLook } from '../store/hooks.ts';

/** Where the top of the list ends and its bottom begins, for the rows of a list in rank order; null in any other list. */
export const BoundsContext = createContext<Bounds | null>(null);

/** The bounds of a product's ranking: the same as long as no other row stands at them. */
export const useBounds = (product: string, { lines }: Lines): Bounds => useLook((view) => boundsOf(view, product, lines), [product, lines]);
