/* Legible: the smallest size and the least contrast of text, by the width of its page. */
#ifndef HUI_THEME_LEGIBLE_H
#define HUI_THEME_LEGIBLE_H

/* px: 20 at a page 1080 wide, which a phone of 390 px shows as 7, the least that is read. */
double hui_legible_size(double page_width);
/* WCAG 2.2, 1.4.3 (level AA): 4.5, and 3 for large text; large at a page 1080 wide is 48 px. */
double hui_legible_contrast(double size, double page_width);

#endif
