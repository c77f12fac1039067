/**
 * Contrast of two OKLCH colours.
 *
 * OKLCH → OKLab → linear sRGB: Björn Ottosson, "A perceptual color space for image processing" (2020), the matrices as in CSS Color 4 §10.
 * Relative luminance and contrast ratio: WCAG 2.2, definitions "relative luminance" and "contrast ratio".
 * A colour outside sRGB is clipped channel by channel, which is what an sRGB screen shows at worst.
 */
export type Oklch = { lightness: number; chroma: number; hue: number };

export function parseOklch(text: string): Oklch {
  const found = /^oklch\(\s*([\d.]+)%\s+([\d.]+)\s+([\d.]+)\s*\)$/.exec(text.trim());
  if (!found) throw new Error(`Not a plain OKLCH colour: ${text}`);
  return { lightness: Number(found[1]) / 100, chroma: Number(found[2]), hue: Number(found[3]) };
}

export function contrastRatio(first: Oklch, second: Oklch): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = linearRgb(colour).map((channel) => Math.min(1, Math.max(0, channel))) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linearRgb({ lightness, chroma, hue }: Oklch): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}
