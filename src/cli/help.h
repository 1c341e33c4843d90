/* Manual pages and completions, made from the tables. */
#ifndef HUI_CLI_HELP_H
#define HUI_CLI_HELP_H

void print_man(void);
void print_bash(void);
void print_zsh(void);
void print_fish(void);

/* What files and statuses mean, for help and man page alike. */
extern const char *const status_docs[4];

#endif
