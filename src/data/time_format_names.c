/* Names of months and days, and the specifiers that stand for others: d3's English (US). */
#include "data/time_names.h"

#include <stddef.h>

const char *const hui_month_names[12] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
const char *const hui_weekday_names[7] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

const char *hui_time_specifier(char letter)
{
    switch (letter) {
    case 'c':
        return "%-m/%-d/%Y, %-I:%M:%S %p";
    case 'x':
        return "%-m/%-d/%Y";
    case 'X':
        return "%-I:%M:%S %p";
    default:
        return NULL;
    }
}
