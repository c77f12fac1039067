import { useCallback } from 'react';
import { useRouter } from '@tanstack/react-router';

/** Goes to an address of the app, its query included. */
export function useGo(): (href: string) => void {
  const { history } = useRouter();
  return useCallback((href) => history.push(href), [history]);
}
