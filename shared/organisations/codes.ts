import * as z from 'zod'

/** A unit's code: the register's ten digits, two digits of a province, a central body's key, or a unit's own number. */
export const UnitCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/)
/** The national office has this code; there is one. */
export const nationalCode = 'national'
