/** The bundler hands over a snippets file as its text (see bundleSuite.mjs). */
declare module '*.code-snippets' {
  const text: string;
  export default text;
}
