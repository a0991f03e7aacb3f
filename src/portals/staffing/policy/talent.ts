import { all, me, no, noBecause, when, yes } from '#policy/policy.ts'
import {
  author,
  contactOfBoth,
  noFlag,
  noOtherContact,
  notToArchived,
  ofOpenTalent,
  on,
  open,
  ownRecord,
  ownTalent,
  ownUpload,
  permanent,
  primaryContact,
  rows,
  seesItsTalent,
  seesTalent,
  sender,
  toActiveMember,
  unseen,
} from './words.ts'

const asContact = noBecause('not_needed', 'Change the Primary Contact yourself.')
const mayExport = on('talent_export', 'export_disabled')
const status = all(noFlag, open, notToArchived)
const unclaimed = when('nobody has claimed the profile yet', { claimed: { op: 'is', value: true, not: true } }, 'already_claimed', {
  refused: 'The talent has claimed this profile already.',
})

// biome-ignore format: a table is read in columns
export const talent = rows({
  //                             they can …                                           Owner           Administrator   Standard        Talent     from
  'talent.list':                ['open Talent and search it',                         yes,            yes,            seesTalent,     no,        'K6 K10 K14'],
  'talent.read':                ['see a talent',                                      yes,            yes,            seesTalent,     ownTalent, 'K6 K10 K14'],
  'talent.read_history':        ['see what happened to a talent',                     yes,            yes,            seesTalent,     no,        'P2'],
  'talent.invite':              ['invite a talent',                                   yes,            yes,            yes,            no,        'K6 K9 K13'],
  'talent.invite_for_another':  ['name another Primary Contact when adding a talent', toActiveMember, toActiveMember, noOtherContact, no,        'K14a A37'],
  'talent.create_unclaimed':    ['type in a talent',                                  yes,            yes,            yes,            no,        'K13 K14'],
  'talent.claim_invite':        ['invite a talent to claim a typed-in profile',       unclaimed,      unclaimed,      unclaimed,      no,        'K13'],
  'talent.import':              ['import talent',                                     yes,            yes,            yes,            no,        'K13'],
  'talent.profile_edit':        ["edit a talent's profile",                           open,           open,           open,           ownTalent, 'K10 K14 A41'],
  'talent.set_status':          ['change the status of a talent',                     status,         status,         status,         no,        'K10 K14'],
  'talent.archive':             ['archive a talent',                                  yes,            yes,            primaryContact, no,        'K14c'],
  'talent.restore':             ['restore a talent',                                  yes,            yes,            primaryContact, no,        'K14c A18'],
  'talent.set_do_not_hire':     ['mark a talent DO NOT HIRE',                         yes,            yes,            primaryContact, no,        'K14c A20'],
  'talent.remove_do_not_hire':  ['remove the DO NOT HIRE flag',                       yes,            yes,            primaryContact, no,        'K14c A20'],
  'talent.delete':              ['delete a talent',                                   yes,            yes,            primaryContact, no,        'K14c'],
  'talent.restore_from_trash':  ['take a talent out of the trash',                    yes,            yes,            primaryContact, no,        'K14c A21'],
  'talent.purge_now':           ['destroy a deleted talent now',                      yes,            no,             no,             no,        'K6 A22'],
  'talent.merge':               ['merge two talents',                                 yes,            yes,            contactOfBoth,  no,        'K14a K14c A38'],
  'talent.set_primary_contact': ['change the Primary Contact',                        toActiveMember, toActiveMember, no,             no,        'K14a A10'],
  'talent.reassign_all':        ['hand all talent of one user to another',            toActiveMember, toActiveMember, no,             no,        'K14a A10'],
  'talent.request_handover':    ['ask for another Primary Contact',                   asContact,      asContact,      primaryContact, no,        'A11'],
  'talent.tag':                 ['tag a talent',                                      open,           open,           open,           no,        'K10 K14'],
  'talent.add_to_list':         ['put a talent on a list',                            open,           open,           open,           no,        'K10 K14'],
  'talent.export':              ['export a list of talent',                           yes,            yes,            mayExport,      no,        'K14'],
  'talent.disclosure_export':   ['answer a legal request for a talent',               yes,            no,             no,             no,        'A43'],
  'talent.legal_hold':          ['set or lift a legal hold',                          yes,            no,             no,             no,        'A22'],
  'talent_invitation.read':     ['see invitations of talent',                         yes,            yes,            yes,            no,        'K13'],
  'talent_invitation.resend':   ['resend the invitation of a talent',                 yes,            yes,            yes,            no,        'K13'],
  'talent_invitation.cancel':   ['cancel the invitation of a talent',                 yes,            yes,            sender,         no,        'K14c A39'],
})
// biome-ignore format: a table is read in columns
export const notes = rows({
  //                     they can …                                   Owner   Administrator  Standard       Talent  from
  'note.read':          ['read Employer Notes',                       yes,    yes,           seesItsTalent, unseen, 'K10 K14 A43'],
  'note.create':        ['write an Employer Note',                    yes,    yes,           yes,           unseen, 'K10 K14 A12'],
  'note.correct':       ['add a correction to an Employer Note',      author, author,        author,        unseen, 'A12'],
  'note.edit':          ['edit an Employer Note',                     yes,    permanent,     permanent,     unseen, 'K6 K10 K14b A12'],
  'note.delete':        ['delete an Employer Note',                   yes,    permanent,     permanent,     unseen, 'K6 K10 K14b A12'],
  'note.read_versions': ['read earlier versions of an Employer Note', yes,    yes,           no,            unseen, 'A13'],
})
// biome-ignore format: a table is read in columns
export const attachments = rows({
  //                      they can …                         Owner         Administrator  Standard       Talent  from
  'attachment.read':     ['see Employer Attachments',        yes,          yes,           seesItsTalent, unseen, 'K10 K14d A43'],
  'attachment.download': ['download an Employer Attachment', yes,          yes,           seesItsTalent, unseen, 'K10 K14d A43'],
  'attachment.upload':   ['upload an Employer Attachment',   ofOpenTalent, ofOpenTalent,  ofOpenTalent,  unseen, 'K10 K14d A19'],
  'attachment.edit':     ['edit an Employer Attachment',     yes,          yes,           ownUpload,     unseen, 'K14d A15 A16'],
  'attachment.archive':  ['delete an Employer Attachment',   yes,          yes,           ownUpload,     unseen, 'K14d A17'],
  'attachment.restore':  ['restore an Employer Attachment',  yes,          yes,           ownUpload,     unseen, 'K14d A17'],
  'attachment.purge':    ['destroy an Employer Attachment',  yes,          no,            no,            unseen, 'K6 A17'],
})
const allowed = all(
  ofOpenTalent,
  when('the talent allows it', { state: 'allowed' }, 'reference_not_allowed', {
    refused: 'The talent has not allowed this reference to be asked.',
  }),
)
const consented = when('the talent said yes to this submission', { consent: 'yes' }, 'consent_missing')
const complete = when('nothing that is required is missing', { complete: true }, 'items_missing')
const packet = all(ofOpenTalent, consented, complete)
/** Credentials, references, checklists. */
// biome-ignore format: a table is read in columns
export const credentials = rows({
  //                    they can …             Owner         Administrator  Standard       Talent     from
  'credential.read':   ['see credentials',     yes,          yes,           seesItsTalent, ownRecord, 'K14'],
  'credential.add':    ['add a credential',    ofOpenTalent, ofOpenTalent,  ofOpenTalent,  ownRecord, 'K10 K14'],
  'credential.edit':   ['edit a credential',   ofOpenTalent, ofOpenTalent,  ofOpenTalent,  ownRecord, 'K10 K14'],
  'credential.review': ['check a credential',  ofOpenTalent, ofOpenTalent,  ofOpenTalent,  no,        'K14'],
  'reference.read':    ['see references',      yes,          yes,           seesItsTalent, ownRecord, 'K14'],
  'reference.request': ['ask a reference',     allowed,      allowed,       allowed,       ownRecord, 'K14'],
  'checklist.read':    ['see checklists',      yes,          yes,           seesItsTalent, ownRecord, 'K14'],
  'checklist.assign':  ['assign a checklist',  ofOpenTalent, ofOpenTalent,  ofOpenTalent,  no,        'K14'],
  'checklist.fill':    ['fill in a checklist', no,           no,            no,            ownRecord, 'P5'],
})
/** Engagements, submissions, messages, eSign, and whom they are for. */
// biome-ignore format: a table is read in columns
export const engagements = rows({
  //                               they can …                                     Owner         Administrator  Standard       Talent     from
  'engagement.read':              ['see engagements',                             yes,          yes,           seesItsTalent, ownRecord, 'K14'],
  'engagement.create':            ['start an engagement',                         ofOpenTalent, ofOpenTalent,  ofOpenTalent,  no,        'K14'],
  'engagement.move':              ['move an engagement on',                       ofOpenTalent, ofOpenTalent,  ofOpenTalent,  no,        'K14'],
  'engagement.unsubscribe_other': ['unsubscribe another user from an engagement', yes,          yes,           no,            no,        'P4'],
  'submission.read':              ['see submissions',                             yes,          yes,           seesItsTalent, ownRecord, 'K14'],
  'submission.ask_consent':       ['ask a talent before a submission',            ofOpenTalent, ofOpenTalent,  ofOpenTalent,  no,        'P5'],
  'submission.answer_consent':    ['answer whether to be submitted',              no,           no,            no,            ownRecord, 'P5'],
  'submission.export_packet':     ['export a submission packet',                  packet,       packet,        packet,        no,        'P5'],
  'message.read':                 ['read messages with a talent',                 yes,          yes,           seesItsTalent, ownRecord, 'K10 K14'],
  'message.send':                 ['send a message',                              ofOpenTalent, ofOpenTalent,  ofOpenTalent,  ownRecord, 'K10 K14'],
  'esign_template.read':          ['see eSign templates',                         yes,          yes,           yes,           no,        'K14'],
  'esign_template.edit':          ['edit an eSign template',                      yes,          yes,           no,            no,        'P4'],
  'esign_request.read':           ['see eSign requests',                          yes,          yes,           seesItsTalent, ownRecord, 'K14'],
  'esign_request.send':           ['send an eSign request',                       ofOpenTalent, ofOpenTalent,  ofOpenTalent,  no,        'K14'],
})
const editClients = on('client_editing')
// biome-ignore format: a table is read in columns
export const clients = rows({
  //                       they can …           Owner  Administrator  Standard     Talent  from
  'client.read':          ['see clients',       yes,   yes,           yes,         no,     'P6'],
  'client.edit':          ['edit a client',     yes,   yes,           editClients, no,     'P6'],
  'facility.read':        ['see facilities',    yes,   yes,           yes,         no,     'P6'],
  'facility.edit':        ['edit a facility',   yes,   yes,           editClients, no,     'P6'],
  'job.read':             ['see jobs',          yes,   yes,           yes,         no,     'P6'],
  'job.edit':             ['edit a job',        yes,   yes,           editClients, no,     'P6'],
  'requirement_set.read': ['see requirements',  yes,   yes,           yes,         no,     'P6'],
  'requirement_set.edit': ['edit requirements', yes,   yes,           editClients, no,     'P6'],
})
const mine = when('the record is their own', { id: me }, 'not_your_account')
const aboutMe = when('it is about them', { talent_id: me }, 'not_your_account')
/** What only the talent does. */
// biome-ignore format: a table is read in columns
export const ownMatters = rows({
  //                    they can …                               Owner  Administrator  Standard  Talent   from
  'share.read':        ['see with whom their profile is shared', no,    no,            no,       aboutMe, 'A41'],
  'share.create':      ['share their profile',                   no,    no,            no,       aboutMe, 'A41'],
  'share.revoke':      ['stop sharing their profile',            no,    no,            no,       aboutMe, 'A41'],
  'access_log.read':   ['see who opened their profile',          no,    no,            no,       aboutMe, 'A41'],
  'talent.export_own': ['download their own data',               no,    no,            no,       mine,    'A42'],
  'talent.leave':      ['leave the agency as a talent',          no,    no,            no,       mine,    'A42'],
  'talent.erase':      ['ask to be erased',                      no,    no,            no,       mine,    'A42'],
})
