/** "Olive" of "Olive Tan": names in sentences. */
export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

/** "OT" of "Olive Tan". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words
  return letters.map((word) => [...word][0]!.toUpperCase()).join('') || '?'
}

/** "1 person", "3 people". */
export const plural = (count: number, one: string, many = `${one}s`) => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

/** "Adam", "Adam and Priya", "Adam, Priya and Olive". */
export const listed = (words: string[]) => (words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`)
