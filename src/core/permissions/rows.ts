import type { AgencyClient } from '#web/client.ts'
import { useRecord } from '#web/query.ts'

export type MatrixData = Awaited<ReturnType<AgencyClient['permissions']['matrix']>>
export type MatrixRow = MatrixData['rows'][number]
export type Decision = Awaited<ReturnType<AgencyClient['permissions']['ofPerson']>>[number]
export type OnePerson = { chosen: { id: string; name: string; level: string } | null; may: Map<string, Decision> | null }

export const useMatrix = () => useRecord('rights', ['matrix'], (api) => api.permissions.matrix())

/** The person of `?person=`, and their own column: their switches and the Account Owner's position are in it. */
export function useOnePerson(id: string | undefined): OnePerson {
  const person = useRecord('person', [id], (api) => api.people.get({ id: id! }), !!id)
  const decisions = useRecord('person', [id, 'permissions'], (api) => api.permissions.ofPerson({ id: id! }), !!id)
  if (!id || !person.data) return { chosen: null, may: null }
  const { name, owner, level } = person.data
  return {
    chosen: { id, name, level: owner ? 'owner' : level },
    may: decisions.data ? new Map(decisions.data.map((one) => [one.action, one])) : null,
  }
}

/** What the search and the filters of the address leave. */
export function narrowed(
  matrix: MatrixData | undefined,
  address: Record<string, string | undefined>,
  { may }: OnePerson,
): MatrixRow[] | undefined {
  if (!matrix) return undefined
  const words = (address.search ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const areas = address.area?.split(',')
  const text = (row: MatrixRow) =>
    `${row.can} ${row.action} ${row.area} ${row.source ?? ''} ${row.cells.map((cell) => cell.words).join(' ')} ${may?.get(row.action)?.words ?? ''}`.toLowerCase()
  return matrix.rows
    .filter((row) => !areas || areas.includes(row.area))
    .filter((row) => !address.differ || new Set(row.cells.map((cell) => cell.words)).size > 1)
    .filter((row) => words.every((word) => text(row).includes(word)))
}

export const byArea = (rows: MatrixRow[]) => [...Map.groupBy(rows, (row) => row.area)]
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
