import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Lena Maurer', 'LM'],
  ['Jonas van der Oever', 'JO'],
  ['ada', 'A'],
  ['Éloïse Ångström', 'ÉÅ'],
  ['mary.kowalski@northwind.example', 'MK'],
  ['田中太郎', '田'],
  ['山田 花子', '山'],
  ['김민준', '김'],
  ['محمد الأحمد', 'م'],
  ['Олена Шевченко', 'ОШ'],
  ['👩‍🚀 Rosa Stern', 'RS'],
  ['“Bo” Li', 'BL'],
  ['', '?'],
  ['!!!', '?'],
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
