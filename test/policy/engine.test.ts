import { expect, test } from 'vitest'
import { all, definePolicy, has, me, my, no, noBecause, not, type Policy, when, yes } from '#policy/policy.ts'
import { media } from '../../src/portals/media/policy.ts'
import { staffing } from '../../src/portals/staffing/policy.ts'

const agency_id = 'harbor'
const olive = { id: 'olive', agency_id, level: 'owner', owner_id: 'olive', switches: [] }
const adam = { id: 'adam', agency_id, level: 'administrator', owner_id: 'olive', switches: [] }
const sam = { id: 'sam', agency_id, level: 'standard', owner_id: 'olive', switches: ['all_talent'] }
const samWith = (switches: string[]) => ({ ...sam, switches })
const person = (id: string, more: object = {}) => ({ agency_id, id, side: 'team', level: 'standard', status: 'active', ...more })

test('a plain no names who can', () => {
  expect(staffing.decide(adam, 'preferences.edit', { agency_id })).toEqual({
    code: 'requires_account_owner',
    message: 'Only the Account Owner can edit Employer Preferences.',
    action: 'preferences.edit',
    whoCan: ['Account Owner'],
  })
  expect(staffing.decide(sam, 'person.deactivate', person('dana'))?.message).toBe(
    'Only an Account Administrator or the Account Owner can deactivate a user.',
  )
  expect(media.decide({ ...sam, level: 'staff' }, 'preferences.edit', { agency_id })?.message).toBe(
    'Only an Admin can edit the settings of the agency.',
  )
})

test('a condition says what is missing, or answers with its own sentence', () => {
  const tara = { agency_id, id: 'tara', primary_contact_id: 'dana' }
  expect(staffing.decide(sam, 'talent.archive', tara)?.message).toBe('You can archive a talent only if you are the Primary Contact.')
  expect(staffing.decide(sam, 'talent.archive', { ...tara, primary_contact_id: 'sam' })).toBeNull()
  const protectedOne = staffing.decide(adam, 'person.edit', person('olive'))
  expect([protectedOne?.code, protectedOne?.message]).toEqual([
    'account_owner_protected',
    'Only the Account Owner can change this account.',
  ])
  expect(staffing.decide(adam, 'person.edit', person('priya'))).toBeNull()
})

test('the Account Owner is lowered by nobody, not even by herself, and an administrator may lower himself', () => {
  const given = { level: 'standard' }
  expect(staffing.decide(adam, 'person.set_level', person('olive'), { given })?.code).toBe('account_owner_protected')
  expect(staffing.decide(olive, 'person.set_level', person('olive'), { given })?.code).toBe('transfer_ownership_first')
  expect(staffing.decide(adam, 'person.set_level', person('adam'), { given })).toBeNull()
  expect(staffing.decide(sam, 'person.set_level', person('sam'), { given: { level: 'administrator' } })?.code).toBe(
    'requires_administrator',
  )
})

test('ownership is handed over by its holder, to an active Account Administrator', () => {
  const harbor = { agency_id, id: agency_id, owner_id: 'olive' }
  const to = (more: object) => ({ id: 'adam', level: 'administrator', status: 'active', ...more })
  expect(staffing.decideChange(olive, 'agency.transfer', harbor, { ...harbor, owner_id: 'adam' }, to({}))).toBeNull()
  expect(staffing.decide(olive, 'agency.transfer', harbor, { given: to({ level: 'standard' }) })?.code).toBe(
    'new_owner_must_be_administrator',
  )
  expect(staffing.decide(olive, 'agency.transfer', harbor, { given: to({ status: 'deactivated' }) })?.code).toBe(
    'new_owner_must_be_administrator',
  )
  expect(staffing.decide(olive, 'agency.transfer', harbor, { given: to({ id: 'olive' }) })?.code).toBe('already_account_owner')
  expect(staffing.decide(olive, 'agency.transfer', { ...harbor, owner_id: 'adam' }, { given: to({}) })?.code).toBe('not_account_owner')
  expect(staffing.decide(adam, 'agency.transfer', harbor, { given: to({}) })?.code).toBe('not_account_owner')
})

test('an update is decided on the row before and on the row after, except for what is being given away', () => {
  const table = definePolicy({
    kind: 'tiny',
    levels: ['one'],
    called: { one: ['One', 'Ones', 'a one'] },
    requires: () => 'no',
    areas: {
      All: {
        'thing.edit': ['edit', when('it is theirs', { owner_id: me }, 'not_theirs'), 'here'],
        'thing.give': ['give', when('it is theirs', { owner_id: me }, 'not_theirs', { before: true }), 'here'],
      },
    },
  })
  const [mine, theirs] = [
    { agency_id, owner_id: 'olive' },
    { agency_id, owner_id: 'adam' },
  ]
  const one = { id: 'olive', agency_id, level: 'one' }
  expect(table.decideChange(one, 'thing.edit', mine, mine)).toBeNull()
  expect(table.decideChange(one, 'thing.edit', theirs, mine)?.code).toBe('not_theirs')
  expect(table.decideChange(one, 'thing.edit', mine, theirs)?.code).toBe('not_theirs')
  expect(table.decideChange(one, 'thing.give', mine, theirs)).toBeNull()
  expect(table.decideChange(one, 'thing.give', theirs, mine)?.code).toBe('not_theirs')
})

test('what nobody brought along is refused, and a button asks what could be', () => {
  expect(staffing.decide(adam, 'person.set_level', person('sam'))?.code).toBe('use_ownership_transfer')
  expect(staffing.could(adam, 'person.set_level', person('sam'))).toBeNull()
  expect(staffing.could(adam, 'person.set_level', person('olive'))?.code).toBe('account_owner_protected')
  expect(staffing.decide(adam, 'person.edit', { agency_id })?.code).toBe('account_owner_protected')
  const { owner_id: _, ...halfAdam } = adam
  expect(staffing.decide(halfAdam, 'person.edit', person('sam'))?.code).toBe('account_owner_protected')
})

test('another agency’s record does not exist, and neither does one without an agency', () => {
  const elsewhere = { code: 'not_found', message: 'There is no such talent.', action: 'talent.archive', whoCan: [] }
  expect(staffing.decide(olive, 'talent.archive', { agency_id: 'northlight' })).toEqual(elsewhere)
  expect(staffing.decide(olive, 'talent.archive', {})).toEqual(elsewhere)
  expect(staffing.decide({ ...olive, agency_id: '' }, 'talent.archive', { agency_id: '' })).toEqual(elsewhere)
  expect(staffing.decide(olive, 'talent.archive', { agency_id })).toBeNull()
})

test('a level that the table does not know may do nothing', () => {
  for (const level of ['', 'root', 'constructor', 'admin']) {
    expect(staffing.decide({ ...olive, level }, 'agency.read', { agency_id })).not.toBeNull()
    expect(staffing.ever({ ...olive, level }, 'agency.read')).not.toBeNull()
    expect(staffing.abilities({ ...olive, level })['agency.read']).not.toBe(true)
  }
})

test('an action that the table does not know is a mistake of ours, not a refusal', () => {
  expect(() => staffing.decide(olive, 'talent.juggle' as never, { agency_id })).toThrow('no row "talent.juggle"')
  expect(() => staffing.row('talent.juggle')).toThrow('no row "talent.juggle"')
})

test('"could this person ever?" opens menus and closes them', () => {
  expect(staffing.ever(sam, 'talent.archive')).toBeNull()
  expect(staffing.ever(sam, 'preferences.edit')?.code).toBe('requires_account_owner')
  expect(staffing.ever(samWith([]), 'talent.export')?.message).toBe(
    'Talent export is switched off for you. The Account Owner can switch it on.',
  )
  expect(staffing.ever(samWith(['talent_export']), 'talent.export')).toBeNull()
})

test('the same row twice, or a condition that asks nothing, stops the start', () => {
  const table = (areas: object) => () =>
    definePolicy({ kind: 'tiny', levels: ['one'], called: { one: ['One', 'Ones', 'a one'] }, requires: () => 'no', areas: areas as never })
  expect(table({ A: { 'thing.read': ['see', yes, 'x'] }, B: { 'thing.read': ['see', no, 'x'] } })).toThrow('two rows "thing.read"')
  expect(table({ A: { 'thing.read': ['see', all(), 'x'] } })).toThrow('asks nothing')
  expect(table({ A: { 'thing.read': ['see', when('nothing', {}, 'x'), 'x'] } })).toThrow('asks nothing')
})

test('a filter cannot ask about what is not written yet', () => {
  expect(() => media.filter({ ...olive, level: 'admin' }, 'video.tag_editor')).toThrow('ask decide() instead')
})

test('cells are printed as people say them', () => {
  const contact = when('they are the Primary Contact', { primary_contact_id: me }, 'x')
  const red = when('it is red', { tags: has('red') }, 'x')
  const other = when('it is not the owner’s', { id: not(my('owner_id')) }, 'x')
  expect([yes, no, noBecause('x'), contact].map(staffing.words)).toEqual(['yes', 'no', 'no', 'if they are the Primary Contact'])
  expect(staffing.words(all(contact, { any: [red, other] }))).toBe(
    'if they are the Primary Contact and either it is red or it is not the owner’s',
  )
  expect(staffing.words({ any: [contact, all(red, other)] })).toBe(
    'if they are the Primary Contact, or it is red and it is not the owner’s',
  )
})

test('below: Staff and Contractors may never do what an Admin may not; nobody else is below anybody', () => {
  const pairs = (policy: Policy) =>
    policy.levels.flatMap((a) => policy.levels.filter((b) => a !== b && policy.below(a, b)).map((b) => `${a} below ${b}`))
  expect(pairs(media as Policy)).toEqual(['staff below admin', 'contractor below admin'])
  expect(pairs(staffing as Policy)).toEqual([]) // each level has something of its own: the transfer, leaving, asking for a hand-over
})
