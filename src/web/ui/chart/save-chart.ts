import { csvOf } from '../csv.ts';
import { fileName, saveFile } from '../save-file.ts';

/** A picture is twice as fine as the screen's points. */
const SCALE = 2;
const DRAWN = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

export function saveCsv(title: string, rows: readonly (readonly string[])[]): void {
  saveFile(`${fileName(title)}.csv`, csvOf(rows), 'text/csv');
}

export function saveSvg(title: string, svg: SVGSVGElement): void {
  saveFile(`${fileName(title)}.svg`, standingAlone(svg), 'image/svg+xml');
}

export async function savePng(title: string, svg: SVGSVGElement): Promise<void> {
  const { width, height } = svg.getBoundingClientRect();
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(standingAlone(svg))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('the picture could not be drawn');
  saveFile(`${fileName(title)}.png`, blob, 'image/png');
}

/** The chart as a file of its own: what the page's styles say of it is written into it, on the page's ground. */
function standingAlone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement; // a clone is of the same kind
  const { width, height } = svg.getBoundingClientRect();
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  for (const [at, element] of [copy, ...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const look = getComputedStyle(originals[at]!);
    for (const name of DRAWN) element.setAttribute(name, look.getPropertyValue(name));
    element.removeAttribute('class');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: groundOf(svg) })) ground.setAttribute(name, value);
  copy.prepend(ground);
  for (const passing of copy.querySelectorAll('[data-passing]')) passing.remove();
  return new XMLSerializer().serializeToString(copy);
}

/** The first ground below it that is not transparent. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)' && backgroundColor !== 'transparent') return backgroundColor;
  }
  return 'white';
}
