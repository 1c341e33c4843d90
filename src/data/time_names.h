/* Names of months and days, and the specifiers that stand for others: d3's English (US). */
#ifndef HUI_DATA_TIME_NAMES_H
#define HUI_DATA_TIME_NAMES_H

extern const char *const hui_month_names[12];
extern const char *const hui_weekday_names[7];

/* What %c, %x and %X are short for; NULL for other letters. */
const char *hui_time_specifier(char letter);

#endif
