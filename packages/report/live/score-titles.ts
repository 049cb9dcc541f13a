/**
 * Name and title of every score in core's order. Written in when the script is bundled: the list itself would
 * bring how each is computed, which no page needs.
 */
declare const SCORE_TITLES: readonly (readonly [name: string, title: string])[];

export const scoreTitles = SCORE_TITLES;
