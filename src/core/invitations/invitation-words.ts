// What the mail of an invitation says: one place for the letter itself and for its preview.
type Facts = { inviter: string; agency: string; level: string; until: string; email: string }

export const invitationWords = ({ inviter, agency, level, until, email }: Facts) => ({
  subject: `${inviter} invites you to ${agency}`,
  heading: `${inviter} invites you to ${agency}`,
  line: `You join the team as ${level}. The link works once, until ${until}.`,
  button: `Join ${agency}`,
  small: `This was sent to ${email}, because ${inviter} wrote that address. If it is not for you, nothing happens.`,
})
