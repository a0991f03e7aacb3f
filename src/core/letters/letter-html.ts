// The HTML of a letter: tables and inline styles, because mail programs know no others; where one knows dark mode, classes turn the colours.
import { html, raw } from 'hono/html'
import type { Writing } from './letter.ts'

const font = "font-family:'Inter Variable',Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const ink = 'color:#16201e'
const second = 'color:#4a5653'
const quiet = 'color:#64706d'
const primary = '#0e6577'
const table = raw('role="presentation" cellpadding="0" cellspacing="0" border="0"')

/** Also said with !important, so that a program which darkens light letters by itself keeps our pairs together. */
const dark = raw(`:root{color-scheme:light dark;supported-color-schemes:light dark}
a{text-decoration:none}
@media (max-width:480px){.card{padding:24px 20px!important}.page{padding:20px 12px!important}}
@media (prefers-color-scheme:dark){
.page,body{background:#101514!important}.card{background:#161c1b!important;border-color:#28302e!important}
.ink{color:#e7ecea!important}.second{color:#afb9b6!important}.quiet{color:#8f9a97!important}.line{border-color:#28302e!important}
.quote{border-color:#1f5561!important;background:#12343c!important}.act{background:#4fb3c8!important}.act a{color:#06252c!important}.link{color:#6cc5d8!important}}`)

export function asHtml(writing: Writing): string {
  const { subject, from, heading, lines, quote, button, small } = writing
  const name = from?.name ?? 'Rolecall'
  return String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${subject}</title><style>${dark}</style></head>
<body style="margin:0;padding:0;background:#f6f8f7">${preheader(lines[0] ?? heading)}
<table ${table} width="100%"><tr><td class="page" align="center" style="background:#f6f8f7;padding:32px 16px">
<table ${table} width="100%" style="max-width:520px;${font}">
<tr><td style="padding:0 4px 16px"><table ${table}><tr><td>${mark(from)}</td>
<td class="ink" style="padding-left:10px;font-size:15px;line-height:20px;font-weight:600;${ink}">${name}</td></tr></table></td></tr>
<tr><td class="card" style="background:#ffffff;border:1px solid #e1e6e4;border-radius:12px;padding:32px">
<h1 class="ink" style="margin:0 0 14px;font-size:20px;line-height:28px;font-weight:620;letter-spacing:-.014em;${ink}">${heading}</h1>
${lines.map((line) => html`<p class="second" style="margin:0 0 14px;font-size:15px;line-height:23px;${second}">${line}</p>`)}
${quote ? written(quote) : raw('')}${button ? way(button) : raw('')}
${small ? html`<p class="quiet line" style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e1e6e4;font-size:12px;line-height:18px;${quiet}">${small}</p>` : raw('')}
</td></tr>
<tr><td class="quiet" style="padding:16px 4px 0;font-size:12px;line-height:16px;${quiet}">${from ? `${name}, by Rolecall` : 'Rolecall, the portal an agency runs its people on'}</td></tr>
</table></td></tr></table></body></html>`)
}

/** The line a mailbox shows beside the subject; blanks keep what follows out of it. */
const preheader = (line: string) =>
  html`<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${line}${raw('&#847;&zwnj;&nbsp;'.repeat(60))}</div>`

/** The agency's square with its first letter, or Rolecall's own, which is drawn of cells because mail programs show no SVG. */
function mark(from: Writing['from']) {
  const square = (colour: string, letter: string) =>
    html`<table ${table}><tr><td align="center" width="28" height="28" style="width:28px;height:28px;border-radius:7px;background:${colour};color:#ffffff;font-size:14px;line-height:28px;font-weight:700">${letter}</td></tr></table>`
  return from ? square(from.colour, [...from.name][0]?.toUpperCase() ?? '') : square(primary, 'R')
}

const written = (quote: string) =>
  html`<table ${table} width="100%" style="margin:0 0 14px"><tr><td class="quote ink" style="border-left:3px solid #b5d8df;background:#f1f8f9;border-radius:0 8px 8px 0;padding:12px 16px;font-size:15px;line-height:23px;white-space:pre-line;${ink}">${quote}</td></tr></table>`

/** The button, and its address in full for whoever cannot press it. */
const way = ({ label, link }: { label: string; link: string }) =>
  html`<table ${table} style="margin:24px 0 20px"><tr><td class="act" style="border-radius:8px;background:${primary}"><a href="${link}" target="_blank" rel="noopener" style="display:inline-block;padding:11px 20px;font-size:15px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">${label}</a></td></tr></table>
<p class="quiet" style="margin:0;font-size:12px;line-height:18px;word-break:break-all;${quiet}">Or open <a class="link" href="${link}" target="_blank" rel="noopener" style="color:#0b5f70;text-decoration:underline">${link}</a></p>`
