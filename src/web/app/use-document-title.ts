import { useEffect } from 'react';

/** Names the tab of the browser after the page. */
export function useDocumentTitle(title: string, product: string | undefined): void {
  useEffect(() => {
    document.title = product === undefined ? `${title} · Cutline` : `${title} · ${product} · Cutline`;
  }, [title, product]);
}
