/** A colour as `#rrggbb` or `#rgb`. */
export function isHexColour(text: string): boolean {
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text);
}

/**
 * The contrast of two colours, from 1 for the same to 21 for black on white, after WCAG 2.2 (relative luminance of sRGB).
 * The order does not matter.
 */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour that is nearest to one and has at least a contrast to its background: itself where that is enough, else
 * mixed with black on a light background and with white on a dark one.
 */
export function readableOn(colour: string, background: string, contrast: number): string {
  const target = luminanceOf(background) > 0.18 ? 0 : 255;
  for (let part = 0; part < steps; part += 1) {
    const mixed = mix(colour, target, part / steps);
    if (contrastOf(mixed, background) >= contrast) return mixed;
  }
  return mix(colour, target, 1);
}

const steps = 50;

function mix(colour: string, target: number, part: number): string {
  const channels = channelsOf(colour).map((value) => Math.round(value + (target - value) * part));
  return `#${channels.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): number[] {
  const digits = colour.slice(1);
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return [0, 2, 4].map((at) => Number.parseInt(whole.slice(at, at + 2), 16));
}
