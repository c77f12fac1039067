/** How many more there are than are shown, where there are more. */
export function TheRest({ count }: { count: number }) {
  return count > 0 ? <p className="num px-1.5 text-s text-ink-3">and {count} more</p> : null;
}
