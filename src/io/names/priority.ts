import { foldName } from './fold-name.ts';

/** From what comes first to what comes last. English, Spanish, German, French, Dutch. */
const LEVELS: readonly string[] = [
  'highest|urgent|critical|blocker|p0|must|must have|urgente|crítica|más alta|dringend|kritisch|höchste|am höchsten|urgente|critique|la plus haute|hoogste|kritiek',
  'high|major|important|p1|should|should have|alta|hoch|haute|élevée|hoog',
  'medium|normal|moderate|p2|could|could have|media|mittel|moyenne|middel|gemiddeld',
  'low|minor|p3|baja|niedrig|basse|faible|laag',
  "lowest|trivial|p4|p5|won't have|más baja|niedrigste|am niedrigsten|la plus basse|laagste",
];

const LEVEL_OF = new Map(LEVELS.flatMap((names, level) => names.split('|').map((name) => [name, level])));

/** How far up a priority stands: 0 comes first; null when it says nothing. Plain numbers count as they are, 1 first. */
export function priorityLevel(name: string): number | null {
  const text = name.trim().toLowerCase();
  const number = /^p?(\d)(?:\s*[-–:.]\s*\S.*)?$/.exec(text)?.[1];
  return LEVEL_OF.get(foldName(name)) ?? LEVEL_OF.get(text) ?? (number === undefined ? null : Number(number));
}
