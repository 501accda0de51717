/** Words that YAML reads as something else than text. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A value as YAML writes it: plain where YAML reads the same words back, else in double quotes. */
export function yamlText(value: string): string {
  // Most values are ASCII, and the pattern for those is compiled in a tenth of the time.
  const isSimple =
    /^[A-Za-z][A-Za-z0-9 ,()/_&.'-]*$/.test(value) || /^\p{L}[\p{L}\p{N} ,()/_&.'-]*$/u.test(value);
  const plain = isSimple && value.trim() === value;
  return plain && !RESERVED.test(value) ? value : quoted(value);
}

/** A value in double quotes, as YAML and TOML both read it back. */
export function quoted(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
