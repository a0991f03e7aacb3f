import type { ColumnType, Generated } from 'kysely'

type Made = Generated<Date>
type Stored<T> = ColumnType<T, never, never>
type Stamped = { version: Generated<number>; created_at: Made; updated_at: Made; updated_by: string | null }
/** A row of an agency's: the agency first, then its own id (UUIDv7). */
type OfAgency = { agency_id: string; id: string }

export type Kind = 'media' | 'staffing'
export type Level = 'admin' | 'staff' | 'contractor' | 'agent' | 'administrator' | 'standard' | 'talent'
export type Side = 'team' | 'client'
/** `by_id` came later than `by`; `warned`: the letter about its end has been written. */
export type PersonSwitch = { on: boolean; until: string | null; by: string; by_id?: string; at: string; warned?: true }
/** Who switched something for everybody last, and when. */
export type Switched = { by: string; by_id: string; at: string }
export type LetterBody = { html: string; text: string }

type Json<T> = ColumnType<T, string | undefined, string>

/** The tables a work may touch. A table is called by the noun of its actions: person.edit is about a row of person. */
export interface Tables {
  agency: Stamped & {
    id: string
    kind: Kind
    name: string
    slug: string
    zone: string
    currency: string
    colour: string
    switches: Json<Record<string, boolean>>
    switched: Json<Record<string, Switched>>
    owner_id: string
    owner_since: Made
  }
  person: OfAgency &
    Stamped & {
      login_id: string | null
      name: string
      email: string | null
      phone: string | null
      title: string | null
      level: Level
      side: Stored<Side>
      status: Generated<'active' | 'deactivated'>
      job_roles: Generated<string[]>
      switches: Json<Record<string, PersonSwitch>>
      registered: Stored<boolean>
      created_via: 'founder' | 'invitation' | 'typed' | 'import' | 'self'
      joined_at: Made
      seen_at: Date | null
      name_key: Stored<string>
      search_key: Stored<string>
    }
  invitation: OfAgency &
    Stamped & {
      email: string
      level: Level
      job_roles: Generated<string[]>
      message: string | null
      sender_id: string
      token_hash: string
      state: Generated<'open' | 'accepted' | 'revoked' | 'invalid'>
      expires_at: Date
      sent_at: Made
      person_id: string | null
    }
  audit_head: { agency_id: string; seq: number; hash: string }
  audit: {
    agency_id: string
    seq: number
    at: Date
    actor_id: string | null
    action: string
    decision: 'allowed' | 'refused'
    noun: string
    thing_id: string | null
    line: string
    hash: string
  }
  change: OfAgency & { noun: string; thing: string; at: Made }
  outbox: OfAgency & {
    recipient: string
    subject: string
    body: Json<LetterBody>
    created_at: Made
    relayed_at: Date | null
    sent_at: Date | null
    attempts: Generated<number>
    problem: string | null
  }
  'login.directory_slug': { slug: string; agency_id: string }
  'login.directory_person': { login_id: string; agency_id: string; person_id: string }
  'login.directory_invitation': { token_hash: string; agency_id: string; invitation_id: string }
}
