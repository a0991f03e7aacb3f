// Core's doorways, feature by feature.
import { agenciesApi, foundingApi } from './agencies/agencies.api.ts'
import { auditApi } from './audit/audit.api.ts'
import { acceptanceApi, invitationsApi } from './invitations/invitations.api.ts'
import { kernel, openKernel } from './kernel.ts'
import { lettersApi } from './letters/letters.api.ts'
import { liveApi } from './live.ts'
import { peopleApi } from './people/people.api.ts'
import { permissionsApi } from './permissions/permissions.api.ts'
import { sessionApi } from './sign-in/session.api.ts'
import { switchesApi } from './switches/switches.api.ts'

export const coreApi = kernel.router({
  agency: agenciesApi(kernel),
  people: peopleApi(kernel),
  invitations: invitationsApi(kernel),
  switches: switchesApi(kernel),
  audit: auditApi(kernel),
  permissions: permissionsApi(kernel),
  letters: lettersApi(kernel),
  live: liveApi(kernel),
})
export const openApi = openKernel.router({
  session: sessionApi(openKernel),
  founding: foundingApi(openKernel),
  acceptance: acceptanceApi(openKernel),
})
