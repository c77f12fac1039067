import type { StateGroup } from '../../domain/backlog/state-group.ts';
import { foldName } from './fold-name.ts';

export type ImportedGroup = Exclude<StateGroup, 'triage'>;

/** Where a name hits: the whole of it, or (`words`) a word or words within it. */
interface Names {
  readonly group: ImportedGroup;
  readonly whole: string;
  readonly words?: string;
}

/**
 * Names of states in English, Spanish, German, French and Dutch. The first that hits decides: a refusal before an end, an end before a check,
 * and so on down. Between bars.
 */
const GROUPS: readonly Names[] = [
  {
    group: 'declined',
    whole:
      "cancelled|canceled|won't do|wont do|won't fix|wontfix|declined|duplicate|invalid|obsolete|abandoned|removed|not planned|not a bug|out of scope|archived|cancelada|cancelado|rechazada|rechazado|descartada|descartado|duplicado|abgelehnt|abgebrochen|verworfen|storniert|annulé|annulée|rejeté|rejetée|refusé|refusée|abandonné|abandonnée|geannuleerd|afgewezen|vervallen",
    words: 'rejected',
  },
  {
    group: 'done',
    whole:
      'done|closed|resolved|completed|complete|released|shipped|deployed|live|accepted|delivered|finished|fixed|launched|in production|finalizada|finalizado|hecho|hecha|terminada|terminado|completada|completado|cerrada|cerrado|resuelta|resuelto|listo|lista|fertig|erledigt|geschlossen|abgeschlossen|gelöst|beendet|terminé|terminée|fini|finie|fermé|fermée|résolu|résolue|livré|livrée|gereed|klaar|voltooid|afgerond|gesloten|opgelost',
  },
  {
    group: 'in-review',
    whole:
      'code review|ready for test|ready for testing|ready for qa|ready for review|validation|validating|uat|staging|ready for deploy|ready for deployment|ready for release|awaiting release|pending approval|in test|test|sit|en revisión|revisión|en pruebas|pruebas|in prüfung|prüfung|im test|en revue|revue|relecture|en relecture|en recette|recette|à tester|te testen|in beoordeling|ter controle',
    words: 'review|reviews|reviewing|qa|testing|verify|verifying|verification',
  },
  {
    group: 'in-progress',
    whole:
      'in progress|doing|active|started|developing|development|in development|in dev|wip|implementing|implementation|blocked|on hold|working on it|stuck|committed|indeterminate|en curso|en progreso|haciendo|en desarrollo|bloqueada|bloqueado|in arbeit|in bearbeitung|in umsetzung|in entwicklung|blockiert|en cours|en développement|bloqué|bloquée|mee bezig|bezig|in uitvoering|in behandeling|in ontwikkeling|geblokkeerd',
  },
  {
    group: 'ready',
    whole:
      'selected for development|planned|approved|next|up next|unstarted|scheduled|seleccionado para desarrollo|seleccionada para desarrollo|preparada|preparado|planificada|planificado|aprobada|aprobado|bereit|geplant|ausgewählt für entwicklung|zur entwicklung ausgewählt|freigegeben|prêt|prête|planifié|planifiée|sélectionné pour le développement|geselecteerd voor ontwikkeling|gepland|goedgekeurd',
    words: 'ready',
  },
  {
    group: 'backlog',
    whole:
      'triage|inbox|needs info|submitted|unprocessed|backlog|new|open|reopened|proposed|icebox|unscheduled|idea|ideas|later|someday|parking lot|under consideration|gathering interest|abierta|abierto|nueva|nuevo|reabierta|reabierto|pendiente|offen|neu|wiedereröffnet|erneut geöffnet|rückstand|ouvert|ouverte|nouveau|nouvelle|rouvert|rouverte|nieuw|heropend',
    words: 'triage',
  },
];

/** The start state of everything in many tools: ready where another state is the heap, else the heap itself. */
const TO_DO = new Set([
  'to do',
  'todo',
  'to-do',
  'not started',
  'tareas por hacer',
  'por hacer',
  'zu erledigen',
  'aufgaben',
  'à faire',
  'te doen',
  'nog te doen',
  'a fazer',
]);

const WHOLE = new Map<string, ImportedGroup>();
for (const { group, whole } of GROUPS) for (const name of whole.split('|')) if (!WHOLE.has(name)) WHOLE.set(name, group);

/** The group that a state's name means; null when nobody knows it. `hasHeap`: the file also has a state for what is not chosen yet. */
export function groupOfName(name: string, hasHeap: boolean): ImportedGroup | null {
  const folded = foldName(name);
  if (TO_DO.has(folded)) return hasHeap ? 'ready' : 'backlog';
  const whole = WHOLE.get(folded);
  if (whole) return whole;
  const words = new Set(folded.split(/[^\p{L}\p{N}']+/u));
  return GROUPS.find((group) => group.words?.split('|').some((word) => words.has(word)))?.group ?? null;
}

/** Whether a state of this name holds what is not chosen yet. */
export const isHeap = (name: string): boolean => /^(?:backlog|icebox|new|product backlog|open|neu|nueva|nuevo|nouveau|nieuw)$/.test(foldName(name));
