// People to fill an agency with: always the same ones, from lists that are coprime in length, so that no two have one name.
const first = `Amara Noah Mei Luis Priscilla Kwame Elena Tyrone Aisha Bjorn Camila Dmitri Esther Farid Grace Hiroshi Imani Jamal
Katarzyna Leilani Mateo Ngozi Owen Paloma Quentin Rosa Soren Thandiwe Uma Viktor Winona Xiomara Yusuf Zainab Anselm Beatriz
Chidi Delphine Emeka Freya Gustavo Halima Ingrid Joaquin Keisha Lorenzo Marisol Nikhil Odette Pavel Ruth Simone Tomasz Ursula
Valeria Wei Yolanda Zachary Anjali Bao Carmen`.split(/\s+/)
const last = `Abara Lindgren Chen Romero Whitfield Boateng Petrova Jefferson Rahman Halvorsen Delgado Ivanov Goldberg Haddad Sullivan
Tanaka Njoroge Coleman Nowak Kealoha Vargas Eze Hughes Ferreira Dubois Marchetti Dahl Mokoena Iyer Horvat Blackwood Castillo
Demir Siddiqui Brandt Moreira Nwosu Laurent Obi Karlsen Mendes Yusuf Berger Salazar Freeman Ricci Fuentes Kapoor Beaumont
Novak Weiss Okoye Zielinski Kowalski Espinoza Zhang Price`.split(/\s+/)
const areas = [860, 203, 914, 518, 845, 315] // none of them is used by the cast

export type Face = { name: string; email: string; phone: string }
/** The first `count` of them; another agency begins elsewhere in the lists. */
export function crowd(count: number, from = 0): Face[] {
  return Array.from({ length: count }, (_, i) => {
    const name = `${first[((from + i) * 7) % first.length]} ${last[((from + i) * 11) % last.length]}`
    return { name, email: `${name.toLowerCase().replace(' ', '.')}@mail.example`, phone: phone(from + i) }
  })
}

/** Numbers that the telephone companies keep for stories: 555-0100 to 555-0199 of an area. */
export const phone = (n: number) => `+1${areas[Math.floor(n / 100) % areas.length]}55501${String(n % 100).padStart(2, '0')}`

/** Picks from a list, evenly and always the same. */
export const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
