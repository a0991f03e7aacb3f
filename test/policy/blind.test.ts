import { expect, test } from 'vitest'
import { isCondition } from '../../src/policy/condition.ts'
import { media } from '../../src/portals/media/policy.ts'
import { mediaSwitches } from '../../src/portals/media/switches.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'
import { staffingSwitches } from '../../src/portals/staffing/switches.ts'
import { type Given, type Me, mediaSays, type Thing } from './blind.media.ts'
import { staffingSays } from './blind.staffing.ts'

type World = { me: Me; record: Thing; given: Given }
type Portal = {
  policy: {
    levels: readonly string[]
    actions: readonly string[]
    row(action: string): { cells: Readonly<Record<string, unknown>> }
    decide(me: Me, action: never, record: object, asked: { given: Given }): unknown
  }
  says(me: Me, action: string, record: Thing, given: Given): boolean | undefined
  switches: string[]
  /** The levels a person's row can have, and those of them that are not the agency's own. */
  rows: string[]
  clients: string[]
}

const portals = {
  staffing: {
    policy: staffing,
    says: staffingSays,
    switches: staffingSwitches.map(({ name }) => name),
    rows: ['administrator', 'standard', 'talent'],
    clients: ['talent'],
  },
  media: {
    policy: media,
    says: mediaSays,
    switches: mediaSwitches.map(({ name }) => name),
    rows: ['admin', 'staff', 'contractor', 'agent'],
    clients: ['agent'],
  },
} satisfies Record<string, Portal>

/** What can lie between a person and a record: nothing, one thing at a time, everything. */
const bonds = [
  [],
  ['primary_contact_id'],
  ['uploader_id'],
  ['author_id'],
  ['client_id'],
  ['client_id', 'change not permitted'],
  ['assignees'],
  ['primary_contact_id', 'uploader_id', 'author_id', 'client_id', 'assignees'],
]

function* worldsOf({ rows, clients, switches }: Portal, level: string): Generator<World> {
  const [top, second] = rows as [string, string]
  const sideOf = (of: string) => (clients.includes(of) ? 'client' : 'team')
  const whoIs = (id: string, of: string, status = 'active') => ({ id, level: of, side: sideOf(of), status }) as const
  const me = whoIs('me', level === 'owner' ? top : level)
  const owner_id = level === 'owner' ? 'me' : 'the owner'
  const people = [
    ...[me, whoIs('the owner', top), whoIs('the former', second, 'deactivated'), whoIs('the draft', second, 'draft')],
    ...[...rows, 'owner'].map((of) => whoIs(`another ${of}`, of)),
  ]
  const job_roles = ['Photo Editor', 'Video Editor']
  const named = [
    ...[...rows, 'owner'].flatMap((of) => [[], job_roles].map((roles) => ({ ...whoIs('the named', of), job_roles: roles }))),
    { ...whoIs('the named', second, 'deactivated'), job_roles },
    { ...me, job_roles: [] },
  ]
  for (const on of [switches, []])
    for (const person of people)
      for (const bond of bonds) {
        const whose = (relation: string) => (bond.includes(relation) ? 'me' : 'somebody')
        const permitted = !bond.includes('change not permitted')
        const ties = { primary_contact_id: whose('primary_contact_id'), client_id: whose('client_id'), assignees: [whose('assignees')] }
        const marks = { claimed: false, do_not_hire: false, cancel_permitted: permitted, reschedule_permitted: permitted }
        const record: Thing = {
          ...{ agency_id: 'here', owner_id, ...person, ...ties, ...marks },
          ...{ uploader_id: whose('uploader_id'), author_id: whose('author_id'), person_id: whose('client_id') },
          ...{ talent: { ...ties, ...marks, status: 'active' }, order: { ...ties, ...marks } },
        }
        for (const one of named)
          yield {
            me: { id: 'me', agency_id: 'here', owner_id, level, switches: on, job_roles: [] },
            record,
            given: { ...one, flow_private: false },
          }
      }
}

type Heard = { said: boolean; decided: boolean; world: World }
type Cell = { name: string; cell: unknown; heard: Heard[] }

/** Every cell the reader speaks of in at least one world, with what they say and what the table decides in each. */
function spokenCells(portal: Portal): Cell[] {
  const { levels, actions, row, decide } = portal.policy
  const cells = levels.flatMap((level) => {
    const worlds = [...worldsOf(portal, level)]
    return actions.map((action) => {
      const heard = worlds.flatMap((world): Heard[] => {
        const said = portal.says(world.me, action, world.record, world.given)
        if (said === undefined) return []
        return [{ said, world, decided: decide(world.me, action as never, world.record, { given: world.given }) === null }]
      })
      return { name: `${level} ${action}`, cell: row(action).cells[level], heard }
    })
  })
  return cells.filter(({ heard }) => heard.length > 0)
}

const differences = ({ heard }: Cell) => heard.filter(({ said, decided }) => said !== decided)
const differing = (cells: Cell[]) =>
  Object.fromEntries(cells.map((cell) => [cell.name, differences(cell).length] as const).filter(([, count]) => count > 0))
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

const cellsOf = { staffing: spokenCells(portals.staffing), media: spokenCells(portals.media) }

/** “Ability to collaborate and manage talent users”: the article knows no switch All talent. */
const withoutAllTalent = {
  'standard talent.list': 480,
  'standard talent.read': 480,
  'standard note.read': 480,
  'standard attachment.read': 480,
  'standard attachment.download': 480,
  'standard message.read': 480,
}
/** “Full system control”: the article takes nothing from an Admin. The table says no to every one of them. */
const byHand = { 'admin order.set_payment_status': 1728 }

/** Conditions of which the article gives one side only: without the condition, these levels differ nowhere from the article. */
const staffingSaysOneSide = {
  'no to person.create': 'standard',
  'no to person.edit': 'standard',
  'yes to attachment.upload': 'owner administrator standard',
  'yes to message.send': 'owner administrator standard',
  'yes to person.deactivate': 'owner',
  'yes to person.end_sessions': 'administrator',
  'yes to person.restore': 'administrator',
  'yes to person.send_reset': 'administrator',
  'yes to talent.add_to_list': 'owner administrator standard',
  'yes to talent.claim_invite': 'owner administrator standard',
  'yes to talent.invite_for_another': 'owner administrator',
  'yes to talent.profile_edit': 'owner',
  'yes to talent.reassign_all': 'owner administrator',
  'yes to talent.set_primary_contact': 'owner administrator',
  'yes to talent.set_status': 'owner administrator standard',
  'yes to talent.tag': 'owner administrator standard',
}
const mediaSaysOneSide = {
  'yes to person.set_job_roles': 'admin',
  'yes to person.read': 'staff',
  'yes to appointment.read': 'staff',
  'yes to appointment.reschedule': 'staff',
  'yes to chat.read': 'staff contractor',
  'yes to chat.post': 'staff contractor',
  'yes to order.list': 'contractor agent',
  'yes to order.read': 'contractor agent',
  'yes to person.edit_self': 'agent',
  'yes to order.create': 'agent',
  'yes to invoice.read': 'agent',
  'yes to contract.read': 'agent',
  'yes to card.read': 'agent',
  'yes to card.manage': 'agent',
  'yes to credit.read': 'agent',
  'yes to referral.read': 'agent',
}

test('a reader of the article who has not seen the table agrees with it everywhere they say something, but for seven cells', () => {
  expect(differing(cellsOf.staffing)).toEqual(withoutAllTalent)
  expect(differing(cellsOf.media)).toEqual(byHand)
  const size = (cells: Cell[]) => [cells.length, sum(cells.map(({ heard }) => heard.length))]
  expect({ staffing: size(cellsOf.staffing), media: size(cellsOf.media) }).toEqual({ staffing: [139, 160832], media: [146, 218136] })
})

test('six of the seven are Standard Users without All talent, with talent of another Primary Contact; with that one switch they agree', () => {
  for (const cell of cellsOf.staffing)
    for (const { world } of differences(cell)) {
      const { me, record, given } = world
      expect([me.level, me.switches, record.primary_contact_id]).toEqual(['standard', [], 'somebody'])
      const action = cell.name.split(' ')[1] as Parameters<typeof staffing.decide>[1]
      const withIt: Me = { ...me, switches: ['all_talent'] }
      expect(staffing.decide(withIt, action, record, { given })).toBeNull()
    }
})

/** A yes that is a no, a no that is a yes, a condition that is either: do the reader's differences change? */
function mutants(cells: Cell[]) {
  const tried = cells.flatMap((cell) => {
    const conditional = isCondition(cell.cell as never)
    const instead = conditional ? [true, false] : [cell.cell !== true]
    return instead.map((always) => {
      const mutated = { ...cell, heard: cell.heard.map((heard) => ({ ...heard, decided: always })) }
      const [level, action] = cell.name.split(' ') as [string, string]
      const noticed = differences(mutated).length !== differences(cell).length
      return { noticed, conditional, level, title: `${always ? 'yes' : 'no'} to ${action}` }
    })
  })
  const unnoticed = tried.filter(({ noticed }) => !noticed)
  return {
    tried: tried.length,
    killed: tried.length - unnoticed.length,
    plain: unnoticed.filter(({ conditional }) => !conditional),
    oneSided: Object.fromEntries(
      Object.entries(Object.groupBy(unnoticed, ({ title }) => title)).map(([title, them]) => [
        title,
        them!.map(({ level }) => level).join(' '),
      ]),
    ),
  }
}

test('the reader notices every plain yes and no that is turned round, and of conditions the side the article speaks of', () => {
  const said = { staffing: mutants(cellsOf.staffing), media: mutants(cellsOf.media) }
  expect(said.staffing).toEqual({ tried: 191, killed: 160, plain: [], oneSided: staffingSaysOneSide })
  expect(said.media).toEqual({ tried: 179, killed: 159, plain: [], oneSided: mediaSaysOneSide })
})
