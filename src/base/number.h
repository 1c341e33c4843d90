/* Numbers in texts, whatever the locale. */
#ifndef HUI_BASE_NUMBER_H
#define HUI_BASE_NUMBER_H

/* Reads a decimal number, with a sign, a fraction and an exponent if it has them, and returns where it ends; NULL if
 * none begins at `text`. Not strtod, which heeds the locale and takes hexadecimal and "inf". */
const char *hui_number_read(const char *text, double *number);

#endif
