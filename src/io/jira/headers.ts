import type { Target } from '../target.ts';

/**
 * Names of Jira's columns as its exports write them, in English (Cloud, Server, and the newer “work item” wording), Spanish, German, French and
 * Dutch; between bars.
 */
const NAMES: Readonly<Partial<Record<Target, string>>> = {
  title: 'summary|resumen|zusammenfassung|résumé|samenvatting',
  key: 'issue key|key|work item key|clave de incidencia|clave de la incidencia|clave|vorgangsschlüssel|schlüssel|clé de ticket|clé de demande|clé|issuesleutel|issue-sleutel|sleutel',
  id: "issue id|work item id|id de la incidencia|id de incidencia|vorgangs-id|id de ticket|id du ticket|id de demande|issue-id|issue id's",
  type: 'issue type|work type|work item type|tipo de incidencia|tipo de actividad|vorgangstyp|vorgangsart|type de ticket|type de demande|issuetype|issue-type|type item',
  state: 'status|estado|état|statut',
  stateCategory: 'status category|categoría de estado|statuskategorie|catégorie de statut|catégorie d’état|statuscategorie',
  resolution: 'resolution|resolución|lösung|résolution|oplossing',
  description: 'description|descripción|beschreibung|beschrijving',
  parent: 'parent|parent id|principal|padre|id principal|übergeordnet|übergeordnete id|parent-id|bovenliggend|bovenliggende id',
  parentKey: 'parent key|clave principal|clave del padre|übergeordneter schlüssel|clé parent|clé parente|clé du parent|bovenliggende sleutel',
  epic: 'epic link|epic key',
  estimate: 'story points|story point estimate|points',
  originalTime:
    'original estimate|estimación original|ursprüngliche schätzung|estimation originale|estimation initiale|oorspronkelijke schatting|oorspronkelijke inschatting',
  remainingTime:
    'remaining estimate|trabajo restante estimado|estimación restante|restschätzung|verbleibende schätzung|estimation restante|temps restant|resterende schatting|resterende inschatting',
  spentTime: 'time spent|tiempo trabajado|tiempo empleado|benötigte zeit|temps passé|temps consacré|bestede tijd',
  assignee:
    'assignee|persona asignada|responsable|zugewiesene person|bearbeiter|attribution|personne assignée|responsable attribué|toegewezen persoon|verantwoordelijke|uitvoerder',
  assigneeId: 'assignee id|id de la persona asignada|id der zugewiesenen person|id de la personne assignée|id van toegewezen persoon',
  reporter: 'reporter|informador|autor|rapporteur|melder|verslaggever',
  reporterId: 'reporter id|id del informador|autor-id|id des autors|id du rapporteur|id van melder',
  tags: 'labels|label|etiquetas|stichwörter|étiquettes|libellés|components|component/s|component|componentes|komponenten|komponente(n)|composants|composant(s)|onderdelen|componenten',
  sprint: 'sprint|sprints',
  release:
    'fix versions|fix version/s|fix version|versiones corregidas|versiones de corrección|corregir en versiones|lösungsversionen|lösungsversion(en)|versions corrigées|version(s) corrigée(s)|corrigé dans la/les version(s)|oplossingsversies|opgelost in versies',
  rank: 'rank|rango|rang',
  priority: 'priority|prioridad|priorität|priorité|prioriteit',
  createdOn: 'created|creada|creado|erstellt|création|créé|créée|aangemaakt|gemaakt',
  updatedOn: 'updated|actualizada|actualizado|aktualisiert|mise à jour|mis à jour|bijgewerkt',
  resolvedOn: 'resolved|resuelta|resuelto|erledigt|gelöst|résolu|résolue|opgelost',
  dueOn: "due date|fecha de vencimiento|fälligkeitsdatum|fällig|date d'échéance|échéance|einddatum|vervaldatum|deadline",
  projectKey: 'project key|clave del proyecto|clave de proyecto|projektschlüssel|clé de projet|clé du projet|projectsleutel',
  projectName: 'project name|project|nombre del proyecto|nombre de proyecto|projektname|nom de projet|nom du projet|projectnaam',
};

/** Custom fields that are taken; their names mostly stay English, whatever the language of the export. */
const CUSTOM: Readonly<Partial<Record<Target, string>>> = {
  estimate: 'story points|story point estimate|puntos de historia|story-points|story punkte',
  epic: 'epic link|enlace de épica|epic-verknüpfung|lien epic',
  parent: 'parent link',
  rank: 'rank|rango|rang',
  criteria: 'acceptance criteria|acceptance criterion|criterios de aceptación|akzeptanzkriterien|critères d’acceptation|acceptatiecriteria',
};

const byName = (names: Readonly<Partial<Record<Target, string>>>): ReadonlyMap<string, Target> =>
  new Map(
    Object.entries(names).flatMap(([target, list]) =>
      list
        .replaceAll('’', "'")
        .split('|')
        .map((name) => [name, target as Target]),
    ),
  ); // the keys are targets

const STANDARD_TARGETS = byName(NAMES);
const CUSTOM_TARGETS = byName(CUSTOM);

const CUSTOM_FIELD = /^(?:custom fields?|campos? personalizados?|benutzerdefinierte[sr]? feld(?:er)?|champs? personnalisés?|aangepaste? veld(?:en)?) \((.*)\)$/;
const LINK =
  /^(?=.*(?:link|enlace|vínculo|verknüpfung|lien|koppeling))(?:.*(outward|saliente|salida|ausgehend|sortant|uitgaand)|.*(?:inward|entrante|entrada|eingehend|entrant|inkomend))[^(]*\((.*)\)$/;

/** What a column of a Jira export becomes, by its folded name; null when it is not taken. */
export function jiraTarget(folded: string): Target | null {
  const name = folded.replaceAll('’', "'");
  const custom = CUSTOM_FIELD.exec(name);
  if (custom) return CUSTOM_TARGETS.get(custom[1]!) ?? null;
  const link = LINK.exec(name);
  if (link) return linkTarget(link[2]!, link[1] !== undefined);
  return STANDARD_TARGETS.get(name) ?? null;
}

/**
 * What a type of link means: with an outward one, the row does it to the other. Types are named by each site's administrators. Those of
 * depending run the other way: what a row depends on blocks it.
 */
function linkTarget(type: string, isOutward: boolean): Target {
  if (/duplica|duplikat|doublon|dubbel/.test(type)) return isOutward ? 'duplicates' : 'duplicatedBy';
  if (/^(?:depend|require|abhängig|dépend|afhankelijk)/.test(type)) return isOutward ? 'blockedBy' : 'blocks';
  if (/block|bloque|blocage|precede|preced|gantt|blokke/.test(type)) return isOutward ? 'blocks' : 'blockedBy';
  return 'relates';
}

/** Names that Jira writes and others hardly do. */
const TELLING: readonly Target[] = ['key', 'id', 'type', 'stateCategory', 'projectKey', 'assigneeId', 'parentKey'];

/** Whether these are the columns of a Jira export, or of a file made to be read by Jira. */
export function looksLikeJira(folded: readonly string[]): boolean {
  const targets = new Set(folded.map(jiraTarget));
  if (!targets.has('title')) return false;
  const telling = folded.filter((name) => TELLING.includes(jiraTarget(name)!) || CUSTOM_FIELD.test(name) || LINK.test(name));
  return telling.length >= 2;
}

/** How many of these names a Jira export has. */
export const knownToJira = (folded: readonly string[]): number => folded.filter((name) => jiraTarget(name) !== null).length;
