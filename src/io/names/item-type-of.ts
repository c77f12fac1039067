import type { ItemType } from '../../domain/backlog/item-type.ts';
import { foldName } from './fold-name.ts';

/** Names of types in English, Spanish, German, French and Dutch, between bars. */
const NAMES: Readonly<Record<ItemType, string>> = {
  epic: 'epic|épica|epopeya|épopée|epos|initiative|iniciativa|theme|tema|thema|master feature',
  feature:
    'feature|new feature|feature request|capability|nueva funcionalidad|nueva función|funcionalidad|función|neue funktion|funktion|nouvelle fonctionnalité|fonctionnalité|nieuwe functie|functie',
  story:
    'story|user story|user-story|product backlog item|pbi|backlog item|requirement|improvement|enhancement|wish|issue|historia|historia de usuario|mejora|anwenderstory|anforderung|verbesserung|wunsch|récit|récit utilisateur|histoire|amélioration|verhaal|gebruikersverhaal|verbetering',
  bug: 'bug|defect|incident|error|fault|problem|fallo|defecto|incidencia|fehler|störung|bogue|anomalie|défaut|fout|probleem',
  chore:
    'chore|spike|technical task|tech task|maintenance|test|task|to-do|tarea|tarea técnica|aufgabe|technische aufgabe|wartung|tâche|tâche technique|taak|technische taak|onderhoud',
  task: 'sub-task|subtask|sub task|subtarea|unteraufgabe|teilaufgabe|sous-tâche|subtaak|deeltaak',
};

const TYPES = new Map(Object.entries(NAMES).flatMap(([type, names]) => names.split('|').map((name) => [name, type as ItemType]))); // the keys are item types

/**
 * The type that a name means; null when nobody knows it. A “task” elsewhere mostly stands beside stories and is a chore here; below a story
 * it becomes a task.
 */
export const typeOfName = (name: string): ItemType | null => TYPES.get(foldName(name)) ?? null;

const TASK = new Set(['task', 'to-do', 'tarea', 'aufgabe', 'tâche', 'taak']);

/** Whether a type of this name is a chore or a task, by where it stands. */
export const isTaskLike = (name: string): boolean => TASK.has(foldName(name));
