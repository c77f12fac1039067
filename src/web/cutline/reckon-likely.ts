import type { View } from '../../domain/collections.ts';
import { likelyAlone, type Likely } from '../../domain/cutline/likely.ts';
import type { Lines } from '../../domain/cutline/line.ts';
import { isAnyWaiting } from '../../domain/cutline/waiting.ts';

/** How likely all is, where each team can be asked alone; null: teams wait for each other. Fetched after the list, which stands without it. */
export const likelyAtOnce = (view: View, lines: Lines): Likely | null => (isAnyWaiting(view, lines) ? null : likelyAlone(view, lines));
