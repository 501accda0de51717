/** Worked out when somebody asks, and then kept. */
export function onDemand<Value extends object>(work: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= work());
}
