import type { Target } from '../target.ts';

/** Names that people and other tools give to columns, in English, German, French and Spanish; the likeliest first, between bars. */
const NAMES: Readonly<Partial<Record<Target, string>>> = {
  title:
    'title|summary|name|task name|item name|story|user story|subject|headline|feature name|titel|zusammenfassung|betreff|bezeichnung|aufgabe|titre|résumé|nom|sujet|título|titulo|resumen|nombre|asunto|samenvatting|naam|item|task|issue|feature',
  key: 'key|issuekey|issue key|issue_key|item key|task key|reference|ref|feature reference #|epic reference #|idea reference #|schlüssel|vorgangsschlüssel|clé|clave|sleutel|custom id|task custom id',
  id: 'id|issue id|issueid|task id|item id|work item id|ticket id|story id|iid|uuid|beads id|number|no|nr|#|ticket|nummer|numéro|número|identifier|kennung|identifiant|identificador',
  type: 'type|issue type|issuetype|work item type|item type|task type|story type|kind|feature type|typ|art|vorgangstyp|tipo|tipo de incidencia|soort',
  state: 'status|state|current state|stage|column|section/column|feature status|zustand|stand|état|statut|estado|etapa|fase',
  resolution: 'resolution|lösung|résolution|resolución',
  description:
    'description|details|detail|notes|note|body|content|task content|issue description|feature description|text|comment|beschreibung|notizen|anmerkungen|descripción|detalles|notas|détails|remarques|beschrijving|omschrijving',
  criteria:
    'acceptance criteria|acceptance criterion|ac|criteria|akzeptanzkriterien|abnahmekriterien|kriterien|critères d’acceptation|critères|criterios de aceptación|criterios|acceptatiecriteria',
  parent:
    'parent|parent id|parent issue|parent task|parent item|parent key|parent story|parent_story_id|übergeordnet|elternelement|parent-id|élément parent|padre|principal|bovenliggend',
  epic: 'epic|epic link|epic key|epic id|epic_id|epic name|épica|épopée|feature link',
  estimate:
    'story points|storypoints|storypoint|story point|story point estimate|points|point|points estimate|estimate|estimation|effort|size|sp|weight|t-shirt|t-shirt size|tshirt|sprint points|schätzung|aufwand|größe|punkte|storypunkte|estimation|effort|taille|charge|puntos|puntos de historia|estimación|esfuerzo|tamaño|punten|schatting',
  originalTime: 'original estimate|time estimate|time estimate (hours)|estimated hours|hours|stunden|heures|horas|uren|geschätzte stunden',
  remainingTime: 'remaining work|remaining|remaining hours|remaining estimate|restaufwand|reste à faire|restante',
  spentTime: 'completed work|time spent|time logged|spent|hours spent|logged hours|aufgewendet|temps passé|tiempo empleado',
  assignee:
    'assignee|assigned to|owner|owned by|responsible|assignees|assignee email|person|feature assigned to|zugewiesen an|zugewiesene person|bearbeiter|verantwortlich|zuständig|responsable|assigné à|attribué à|asignado a|persona asignada|asignado|eigenaar|toegewezen aan',
  reporter: 'reporter|creator|created by|author|requester|requested by|autor|ersteller|melder|rapporteur|auteur|créateur|informador|creador',
  tags: 'tags|labels|label|tag|keywords|category|categories|component|components|area|feature tags|epic labels|schlagwörter|stichwörter|etiketten|kategorie|étiquettes|mots-clés|catégorie|etiquetas|categoría',
  sprint: 'sprint|sprints|iteration|cycle|cycle name|iteration path|iterationspfad|itération|iteración',
  release:
    'release|version|fix version|fix versions|fixversion|milestone|project milestone|release name|target release|meilenstein|jalon|lanzamiento|versión|versie|mijlpaal',
  rank: 'rank|stack rank|backlog priority|order|position|sort order|sort|rang|reihenfolge|ordre|orden|volgorde|rangorde',
  priority: 'priority|prio|importance|urgency|moscow|priorität|wichtigkeit|priorité|importance|prioridad|prioriteit',
  createdOn:
    'created|created at|created on|created date|creation date|date created|createdat|created at (utc)|created_at|erstellt|erstellt am|angelegt|créé|créé le|date de création|creado|fecha de creación|creada|aangemaakt',
  updatedOn:
    'updated|updated at|updated on|last modified|changed date|date updated|modified|last updated|updatedat|updated at (utc)|updated_at|aktualisiert|geändert|mis à jour|modifié|actualizado|actualizada|modificado|bijgewerkt',
  resolvedOn:
    'resolved|resolved at|closed|closed at|closed date|completed|completed at|completed on|accepted at|done|date closed|date done|closedat|closed at (utc)|completed_at|finished|finished_date|finished at|erledigt am|abgeschlossen am|geschlossen|terminé le|fermé le|finalizado|fecha de cierre|afgerond op',
  dueOn:
    'due|due date|due on|deadline|target date|target|due_date|fällig|fällig am|fälligkeitsdatum|frist|échéance|date d’échéance|vencimiento|fecha de vencimiento|fecha límite|vervaldatum|einddatum',
  projectKey: 'project key|project id|projektschlüssel|clave del proyecto',
  projectName: 'project|project name|product|board|repository|space name|space|projekt|produkt|projet|produit|proyecto|producto',
  blockedBy:
    'blocked by|is blocked by|depends on|dependencies|dependency|predecessors|predecessor|blocked by (dependencies)|blockiert durch|abhängig von|vorgänger|bloqué par|dépend de|bloqueado por|depende de',
  blocks: 'blocks|blocking|blocking (dependencies)|successors|blockiert|bloque|bloquea',
  relates: 'related to|relates to|related|linked tasks|links|verwandt|verknüpft mit|lié à|relacionado con',
  duplicates: 'duplicate of|duplicates|duplikat von|doublon de|duplicado de',
};

interface Hit {
  readonly target: Target;
  readonly place: number;
}

const HITS = new Map<string, Hit>();
for (const [target, list] of Object.entries(NAMES)) {
  list
    .replaceAll('’', "'")
    .split('|')
    .forEach((name, place) => {
      if (!HITS.has(name)) HITS.set(name, { target: target as Target, place }); // the keys are targets
    });
}

/** Targets that several columns may feed: lists, and dates of different exactness are not among them. */
const SHARED: ReadonlySet<Target> = new Set<Target>(['tags', 'estimate', 'blocks', 'blockedBy', 'relates', 'duplicates', 'duplicatedBy']);

/** What each column of any table becomes, by its folded name. Of several names for one thing the likeliest is taken. */
export function genericTargets(folded: readonly string[]): (Target | null)[] {
  const best = new Map<Target, number>();
  const hits = folded.map(
    (name) =>
      HITS.get(
        name
          .replaceAll('’', "'")
          .replaceAll('_', ' ')
          .replace(/\s*\*$/, ''),
      ) ??
      HITS.get(name) ??
      null,
  );
  for (const hit of hits) if (hit) best.set(hit.target, Math.min(hit.place, best.get(hit.target) ?? Infinity));
  return hits.map((hit) => (hit && (SHARED.has(hit.target) || best.get(hit.target) === hit.place) ? hit.target : null));
}

/** How many of these names mean something. */
export const knownToAll = (folded: readonly string[]): number => folded.filter((name) => HITS.has(name)).length;
