import { expect, test } from 'vitest'
import { covered, finished, leftOut, titles } from './coverage.ts'

test('every row of a finished part has a test that carries its name', () => {
  const missing = covered().filter(({ row, part, tests }) => finished.includes(part) && tests.length === 0 && !leftOut[row])
  expect(missing.map(({ row, says }) => `${row}: ${says}`)).toEqual([])
})

test('every row that a test names exists', () => {
  const known = new Set(covered().map(({ row }) => row))
  expect([...titles().keys()].filter((row) => !known.has(row))).toEqual([])
})
