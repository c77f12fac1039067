import { useRouter } from '@tanstack/react-router';
import type { LinkProps } from '../ui/frame/link.tsx';

/** A link within the app: it changes the page without loading it anew; with a modifier key it is the browser's own. */
export function AppLink({ href, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  return (
    <a
      href={href}
      onClick={(event) => {
        onClick?.(event);
        const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        if (event.defaultPrevented || !isPlain || !href.startsWith('/')) return;
        event.preventDefault();
        router.history.push(href);
      }}
      {...rest}
    />
  );
}
