import { call } from '../api.ts'

/** Ends the session here. A full load follows, so nothing of this person stays in the page's memory. */
export async function signOut() {
  await call('POST', '/api/auth/sign-out', {}).catch(() => undefined)
  location.assign('/sign-in')
}
