/* What json.c and make.c share: the whole of a value that was made, not read. */
#ifndef HUI_JSON_MADE_H
#define HUI_JSON_MADE_H

#include "json/json.h"

/* Values with `is_made` are the first member of one of these. `parent` of shared children is still that of the original
 * tree, so places are looked up at the origin. */
typedef struct hui_json_made {
    hui_json json;
    const hui_json *origin; /* the value read that it stands for, NULL: none; it has no place then */
    hui_json *last;         /* child, once `owns` */
    bool owns;              /* its children are linked into it alone */
    const hui_json_scope *scope;  /* of the template it was made by, NULL: none */
    const char *text, *markdown;  /* see hui_json_as_string; NULL: nothing special */
} hui_json_made;

#endif
