import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export interface Import {
  /** The importing file, relative to the folder that was read. */
  readonly file: string;
  /** As written: `../kernel/rank.ts` or `zod`. */
  readonly from: string;
  /** The imported file, relative to the folder that was read; null for a package. */
  readonly target: string | null;
}

/** Every TypeScript file under a folder, tests too, relative to it. */
export function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.tsx?$/.test(file))
    .toSorted();
}

/** Every import, re-export and dynamic import in the files of a folder. */
export function importsIn(folder: string, files = sourceFiles(folder)): readonly Import[] {
  return files.flatMap((file) =>
    importedFrom(readFileSync(path.join(folder, file), 'utf8')).map((from) => ({
      file,
      from,
      target: from.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), from)) : null,
    })),
  );
}

/** What a source text imports from: TypeScript 7 has no compiler API to ask, so statements are found by their form. */
export function importedFrom(text: string): readonly string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const forms = [
    /^\s*(?:import|export)\s[^'"`;]*?\sfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\s*\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"](\.[^'"]+\.tsx?)['"]/g,
  ];
  return forms.flatMap((form) => Array.from(code.matchAll(form), (match) => match[1] ?? ''));
}

/** Cycles in a graph, each as the names along it; none when there are none. */
export function cycles(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): void => {
    const at = trail.indexOf(node);
    if (at >= 0) {
      found.push([...trail.slice(at), node]);
      return;
    }
    if (done.has(node)) return;
    for (const next of edges.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of edges.keys()) visit(node, []);
  return found;
}
