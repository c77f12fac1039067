import { foldName } from './fold-name.ts';

const OPEN = new Set(['', 'unresolved', 'sin resolver', 'unerledigt', 'nicht erledigt', 'non résolu', 'non résolue', 'onopgelost', 'none']);

const DECLINES = new Set(
  "won't do|wont do|won't fix|wontfix|will not do|duplicate|duplicated|timed out|timeout|obsolete|outdated|not a bug|not a problem|not an issue|cannot reproduce|can't reproduce|cannot be reproduced|not reproducible|invalid|tracked elsewhere|moved elsewhere|incomplete|insufficient information|declined|rejected|abandoned|cancelled|canceled|later|as designed|works as designed|by design|known error|out of scope|not planned|withdrawn|auto closed|no se hará|no se realizará|duplicado|duplicada|no se puede reproducir|incompleto|rechazado|rechazada|cancelado|cancelada|wird nicht erledigt|wird nicht behoben|wird nicht ausgeführt|duplikat|nicht reproduzierbar|kann nicht reproduziert werden|unvollständig|abgelehnt|ne sera pas fait|ne sera pas corrigé|doublon|impossible à reproduire|non reproductible|incomplet|refusé|wordt niet gedaan|wordt niet uitgevoerd|wordt niet opgelost|duplicaat|dubbel|niet reproduceerbaar|onvolledig|afgewezen".split(
    '|',
  ),
);

/** Whether a cell of the resolution column says that nothing is resolved. */
export const isUnresolved = (resolution: string): boolean => OPEN.has(foldName(resolution));

/** Whether what was closed with this resolution was declined rather than done. */
export const declines = (resolution: string): boolean => DECLINES.has(foldName(resolution));
