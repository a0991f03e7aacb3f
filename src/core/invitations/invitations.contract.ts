import { z } from 'zod'
import type { CoreAction } from '../actions.ts'
import { doors } from '../contract.ts'
import { LevelName } from '../people/people.contract.ts'
import { byId, Can, Email, Id, Name, Ok, Page, Text, Version, When } from '../shapes.ts'

const { action, open } = doors<CoreAction>()

export const Invitation = z.object({
  id: Id,
  email: z.string(),
  level: LevelName,
  job_roles: z.array(z.string()),
  message: z.string().nullable(),
  sender: z.object({ id: Id, name: z.string() }),
  state: z.enum(['open', 'expired', 'accepted', 'revoked', 'invalid']),
  expires_at: When,
  sent_at: When,
  version: Version,
  can: Can,
})
const JobRoles = z.array(z.string().max(60)).max(8).default([])

export const invitationsContract = {
  list: action('invitation.read', 'GET', '/invitations')
    .route({ summary: 'List invitations to the team' })
    .input(z.strictObject({ ...Page, after: Id.optional(), state: z.enum(['open', 'all']).default('open') }))
    .output(z.object({ invitations: z.array(Invitation), next: z.string().nullable() })),
  create: action('invitation.create', 'POST', '/invitations')
    .route({ summary: 'Invite people to the team' })
    .input(
      z.strictObject({
        emails: z.array(Email).min(1, 'Write at least one address.').max(50, 'Invite at most 50 people at once.'),
        level: z.string().max(40),
        job_roles: JobRoles,
        message: Text.nullable().default(null),
      }),
    )
    .output(z.object({ invitations: z.array(Invitation) })),
  edit: action('invitation.edit', 'PATCH', '/invitations/{id}')
    .route({ summary: 'Change the level or job roles of an open invitation' })
    .input(
      z.strictObject({
        id: Id,
        version: Version,
        level: z.string().max(40).optional(),
        job_roles: z.array(z.string().max(60)).max(8).optional(),
      }),
    )
    .output(Invitation),
  resend: action('invitation.edit', 'POST', '/invitations/{id}/resending')
    .route({ summary: 'Send an invitation again' })
    .input(byId)
    .output(Invitation),
  revoke: action('invitation.revoke', 'DELETE', '/invitations/{id}').route({ summary: 'Revoke an invitation' }).input(byId).output(Ok),
}

const Token = z.string().min(20).max(100)
export const acceptanceContract = {
  see: open('Whoever holds the link sees who invites them.', 'GET', '/invitations/{token}')
    .route({ summary: 'See an invitation by its link' })
    .input(z.strictObject({ token: Token }))
    .output(
      z.object({
        agency: z.object({ name: z.string(), colour: z.string(), slug: z.string() }),
        level: z.object({ name: z.string(), title: z.string(), says: z.string() }),
        email: z.string(),
        inviter: z.string(),
        message: z.string().nullable(),
        expires: When,
        account: z.enum(['new', 'existing', 'signed-in', 'other']),
      }),
    ),
  accept: open('Whoever holds the link and proves the invited address joins.', 'POST', '/invitations/{token}/acceptance')
    .route({ summary: 'Accept an invitation' })
    .input(
      z.strictObject({
        token: Token,
        name: Name.optional(),
        password: z.string().min(10, 'Use at least 10 characters.').max(128).optional(),
      }),
    )
    .output(z.object({ agency: z.object({ id: Id, slug: z.string() }), person: z.object({ id: Id }) })),
}
