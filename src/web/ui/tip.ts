/** What `TooltipLayer` reads: spread the answer on any element that can be hovered or focused. */
export function tip(text: string | undefined, keys?: string): { 'data-tip'?: string; 'data-tip-keys'?: string } {
  if (text === undefined || text === '') return {};
  return keys === undefined ? { 'data-tip': text } : { 'data-tip': text, 'data-tip-keys': keys };
}
