import type { Size } from '../../domain/estimation/estimate.ts';

const WORDS: Readonly<Record<string, Size>> = {
  xs: 'XS',
  'extra small': 'XS',
  tiny: 'XS',
  s: 'S',
  small: 'S',
  klein: 'S',
  petit: 'S',
  pequeño: 'S',
  m: 'M',
  medium: 'M',
  mittel: 'M',
  moyen: 'M',
  mediano: 'M',
  l: 'L',
  large: 'L',
  groß: 'L',
  gross: 'L',
  grand: 'L',
  grande: 'L',
  xl: 'XL',
  'extra large': 'XL',
  xxl: 'XXL',
  '2xl': 'XXL',
  huge: 'XXL',
};

/** The T-shirt size that a cell names; null when it names none. */
export const readSize = (cell: string): Size | null => WORDS[cell.normalize('NFC').trim().toLowerCase().replace(/-/g, ' ')] ?? null;
