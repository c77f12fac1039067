import { dayIn, type Day } from '../../domain/kernel/day.ts';
import { useNow } from '../app/use-now.ts';
import { useLook } from '../store/hooks.ts';

/** A product's day. */
export function useToday(product: string): Day {
  const now = useNow();
  const zone = useLook((view) => view.get('product', product).zone, [product]);
  return dayIn(zone, now);
}
