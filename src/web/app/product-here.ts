import { useEffect } from 'react';
import { productsByKey } from '../../domain/product/product.ts';
import { useLook } from '../store/hooks.ts';

const nameOf = (workspace: string): string => `cutline product ${workspace}`;

/** The key of the product that the frame is about: the page's own; on a page of the whole workspace the one that was looked at last, else the first. */
export function useProductHere(workspace: string, product: string | undefined): string | undefined {
  const keys = useLook((view) => Array.from(view.list(productsByKey, 'all'), ({ key }) => key), []);
  useEffect(() => {
    if (product !== undefined) sessionStorage.setItem(nameOf(workspace), product);
  }, [workspace, product]);
  if (product !== undefined) return product;
  const last = sessionStorage.getItem(nameOf(workspace));
  return last !== null && keys.includes(last) ? last : keys[0];
}
