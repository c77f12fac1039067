import { SIZES, type Estimate, type Size } from '../../../domain/estimation/estimate.ts';

/** An estimate as the id of a choice, and back. */
export const idOfEstimate = (estimate: Estimate): string => (estimate.kind === 'hours' ? 'hours' : `${estimate.kind}:${estimate.value}`);

export function estimateOf(id: string): Estimate | null {
  const [kind, value = ''] = id.split(':');
  if (kind === 'points') return { kind: 'points', value: Number(value) };
  const size = SIZES.find((known) => known === value);
  return kind === 'size' && size ? { kind: 'size', value: size } : null;
}

/** What one key sets at once: a digit so many points. */
export function estimateTyped(typed: string): Estimate | null {
  return /^\d$/.test(typed) ? { kind: 'points', value: Number(typed) } : null;
}

/** An estimate in words: `5 points`, `Size M`, `6 of 8 hours left`. */
export function estimateWords(estimate: Estimate): string {
  switch (estimate.kind) {
    case 'points':
      return estimate.value === 1 ? '1 point' : `${amount(estimate.value)} points`;
    case 'size':
      return `Size ${estimate.value satisfies Size}`;
    case 'hours':
      return hoursWords(estimate);
  }
}

function hoursWords({ original, remaining, spent }: Extract<Estimate, { kind: 'hours' }>): string {
  const left = remaining === null ? null : original === null ? `${amount(remaining)} hours left` : `${amount(remaining)} of ${amount(original)} hours left`;
  const first = left ?? (original === null ? null : `${amount(original)} hours`);
  const done = spent === null ? null : `${amount(spent)} spent`;
  return [first, done].filter((part) => part !== null).join(', ') || 'Hours, not said how many';
}

const amount = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
