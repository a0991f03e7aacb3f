// Ids inside an input: where they are, and the same input with another one there.
export type Place = readonly string[]
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Every place of an input that holds an id, also inside lists and nested objects. */
export function places(input: unknown, path: Place = []): Place[] {
  if (typeof input === 'string') return uuid.test(input) ? [path] : []
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([name, value]) => places(value, [...path, name]))
}
export const at = (input: unknown, path: Place): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], input)
export function withId<T>(input: T, [first, ...rest]: Place, id: unknown): T {
  if (first === undefined) return id as T
  const copy = (Array.isArray(input) ? [...input] : { ...input }) as Record<string, unknown>
  copy[first] = withId(copy[first], rest, id)
  return copy as T
}
