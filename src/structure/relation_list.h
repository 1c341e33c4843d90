/* Relations as lists: where there is no room for a drawing each topic is followed by where its links lead. */
#ifndef HUI_STRUCTURE_RELATION_LIST_H
#define HUI_STRUCTURE_RELATION_LIST_H

#include "structure/relation.h"

hui_box *hui_relation_list(const hui_build *build, const hui_relation *relation, const char *kind);

#endif
