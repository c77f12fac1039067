/** Names of the months in the languages that exports come in: English, German, Spanish, French, Dutch, Portuguese, Italian; without accents. */
const NAMES: readonly string[] = [
  'january januar jaenner enero janvier januari janeiro gennaio',
  'february februar febrero fevrier februari fevereiro febbraio',
  'march marz maerz marzo mars maart mrt marco',
  'april abril avril aprile',
  'may mai mayo mei maio maggio',
  'june juni junio juin junho giugno',
  'july juli julio juillet julho luglio',
  'august agosto aout augustus',
  'september septiembre setiembre septembre setembro settembre sept',
  'october oktober octubre octobre outubro ottobre',
  'november noviembre novembre novembro',
  'december dezember diciembre decembre dezembro dicembre',
];

/** 1 to 12 for a month's name or its first letters (three at least), in any of those languages; null when it is none, or could be two. */
export function monthNamed(word: string): number | null {
  return MONTHS.get(fold(word)) ?? null;
}

const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();

const MONTHS = monthsByPrefix();

function monthsByPrefix(): ReadonlyMap<string, number | null> {
  const months = new Map<string, number | null>();
  NAMES.forEach((names, at) => {
    for (const name of names.split(' ')) {
      for (let length = 3; length <= name.length; length++) {
        const prefix = name.slice(0, length);
        const known = months.get(prefix);
        months.set(prefix, known === undefined || known === at + 1 ? at + 1 : null);
      }
    }
  });
  return months;
}
