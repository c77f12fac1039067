import { useLayoutEffect, useRef, useState } from 'react';

/** How wide an element is, kept up to date. */
export function useWidth<E extends Element>(usualPx: number) {
  const ref = useRef<E>(null);
  const [widthPx, setWidthPx] = useState(usualPx);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidthPx(element.clientWidth);
    const watch = new ResizeObserver(() => setWidthPx(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { ref, widthPx };
}
