import { useCallback } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';

/** Whether the ends of quarters are drawn across the list: kept in the address, so that a link opens the same picture for a colleague. */
export function useQuarters(): { readonly isShown: boolean; readonly show: (isShown: boolean) => void } {
  const { quarters } = useSearch({ strict: false }) as { quarters?: string };
  const go = useNavigate();
  const show = useCallback(
    (isShown: boolean) =>
      void go({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, quarters: isShown ? 'shown' : undefined }), replace: true } as never), // every address takes this word
    [go],
  );
  return { isShown: quarters === 'shown', show };
}
