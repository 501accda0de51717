/** Colours a text, or leaves it as it is. */
export type Colour = (text: string) => string;

export interface Paint {
  readonly bold: Colour;
  readonly dim: Colour;
  readonly red: Colour;
  readonly green: Colour;
  readonly yellow: Colour;
  readonly blue: Colour;
  readonly cyan: Colour;
}

export function createPaint(enabled: boolean): Paint {
  const style = (open: number, close: number): Colour => {
    if (!enabled) return (text) => text;
    return (text) => (text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`);
  };
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    blue: style(34, 39),
    cyan: style(36, 39),
  };
}

export const PLAIN = createPaint(false);
