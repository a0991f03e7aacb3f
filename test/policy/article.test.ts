import { expect, test } from 'vitest'
import { type Cell, isCondition } from '#policy/condition.ts'
import type { Policy } from '#policy/policy.ts'
import { media } from '../../src/portals/media/policy.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'
import { articleOfMedia } from './article.media.ts'
import { articleOfStaffing } from './article.staffing.ts'
import { mutantsOf } from './mutants.ts'
import { actions, agency, asked, type Case, casesOf } from './worlds.ts'

type Article = (one: Case) => boolean | undefined
const articles: [string, Policy, Article][] = [
  ['media', media as Policy, articleOfMedia],
  ['staffing', staffing as Policy, articleOfStaffing],
]
/** The cases the article speaks about, with what it says. */
const spoken = (policy: Policy, article: Article, action: string, level: string) =>
  [...casesOf(policy, action, level, true)]
    .filter((one) => one.record.agency_id === agency)
    .map((one) => ({ one, said: article(one) }))
    .filter((case_): case_ is { one: Case; said: boolean } => case_.said !== undefined)

test.each(articles)('the %s table says what the article says, wherever it says something', (kind, policy, article) => {
  let cases = 0
  const cells = new Set<string>()
  for (const [action, level] of actions(policy))
    for (const { one, said } of spoken(policy, article, action, level)) {
      cases++
      cells.add(`${action} ${level}`)
      expect(policy.decide(one.me, action, one.record, asked(one)) === null, JSON.stringify(one)).toBe(said)
    }
  expect(cells.size).toBeGreaterThan(100)
  console.log(`${kind}: the article speaks about ${cells.size} cells; ${cases} cases agree`)
})

/** Flips that the article alone cannot notice: it speaks of the ordinary case, and what was flipped is a decision of ours. */
const decidedByUs: Record<string, RegExp[]> = {
  media: [
    /^(order\.(list|read)|chat\.(read|post)|video\.(upload|submit)_version) contractor: .* yes$/, // D7: which orders
    /^(person\.(set_job_roles|merge)) admin: .* yes$/, // D10: roles and merging have a side
    /^order\.create agent: .* yes$/, // private booking flows
    /^person\.(edit|create) staff: .* no$/, // D6: what Staff do in User Management
  ],
  staffing: [
    /^(talent\.(list|read|profile_edit|set_status|tag|add_to_list)|note\.read|attachment\.(read|download|upload)|credential\.(read|add|edit)|message\.(read|send)) .*: .* yes$/, // A19: archived talent; A45: narrowed view
    /^person\.(set_job_roles|deactivate) owner: .* yes$/, // A30: the owner does not deactivate herself
    /^talent\.(set_primary_contact|reassign_all) (owner|administrator): .* yes$/, // A10: whom
  ],
}

test.each(articles)('a flipped cell of the %s table contradicts its sentence', (kind, policy, article) => {
  let killed = 0
  const survivors: string[] = []
  for (const { action, level, how, policy: mutant } of mutantsOf(policy)) {
    const cases = spoken(policy, article, action, level)
    if (cases.length === 0 || !/became/.test(how)) continue
    if (cases.some(({ one, said }) => (mutant.decide(one.me, action, one.record, asked(one)) === null) !== said)) killed++
    else survivors.push(`${action} ${level}: ${how}`)
  }
  expect(survivors.filter((one) => !decidedByUs[kind]!.some((pattern) => pattern.test(one)))).toEqual([])
  console.log(
    `${kind}: ${killed} flips contradict the article; ${survivors.length} open a condition of ours and are left to the decided matrix`,
  )
})

test.each(articles)(
  'in the %s table, every limit that the article draws is drawn by the article’s own condition',
  (kind, policy, article) => {
    const limits = actions(policy).filter(([action, level]) => {
      const said = new Set(spoken(policy, article, action, level).map((case_) => case_.said))
      return said.has(true) && said.has(false)
    })
    const conditions = limits.map(([action, level]): Cell => policy.row(action).cells[level]!)
    expect(conditions.every(isCondition)).toBe(true)
    expect(limits.length).toBeGreaterThan(kind === 'media' ? 25 : 12)
  },
)
