const key = 'rolecall-agency'

/** Which agency this browser was in last. Storage may be closed to us; then there is none. */
export const lastAgency = {
  get: () => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  set: (slug: string) => {
    try {
      localStorage.setItem(key, slug)
    } catch {
      // Nothing is lost but a convenience.
    }
  },
}
