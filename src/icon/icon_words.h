/* Words that icons are searched by. */
#ifndef HUI_ICON_ICON_WORDS_H
#define HUI_ICON_ICON_WORDS_H

/* The icon that fits the word best; NULL if none does. */
const char *hui_icon_best(const char *word);

#endif
