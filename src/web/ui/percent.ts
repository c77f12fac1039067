/** A share in whole per cent, `85 %`; nothing that can fail is certain, and nothing that can come is impossible. */
export function percentOf(share: number): string {
  const whole = Math.round(share * 100);
  if (share > 0 && share < 1) return `${Math.min(99, Math.max(1, whole))} %`;
  return `${whole} %`;
}
