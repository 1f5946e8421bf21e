/** What every name in the language is for. */
import { consequenceRoles } from "./consequence-roles.ts";
import { dataRoles } from "./data-roles.ts";
import { factRoles } from "./fact-roles.ts";
import { metricRoles } from "./metric-roles.ts";
import type { Roles } from "./role.ts";

export const roles: Roles = { ...dataRoles, ...metricRoles, ...consequenceRoles, ...factRoles };
