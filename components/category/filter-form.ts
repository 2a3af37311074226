/** The id of the one form of a list: chips and orders outside it are its buttons, too. */
export const filterForm = 'filter-form'
