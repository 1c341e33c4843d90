/* Check: what the rules share. Each file of rules looks at one thing; findings go into the report. */
#ifndef HUI_PREFLIGHT_CHECK_H
#define HUI_PREFLIGHT_CHECK_H

#include "preflight/preflight.h"

#include <qpdf/qpdf-c.h>

/* Standards that a file claims. */
enum {
    CLAIM_X1A = 1 << 0,
    CLAIM_X3 = 1 << 1,
    CLAIM_X4 = 1 << 2, /* and those after it */
    CLAIM_A1 = 1 << 3,
    CLAIM_A2 = 1 << 4, /* and those after it */
    CLAIM_AA = 1 << 5, /* conformance level A */
    CLAIM_UA = 1 << 6,
    CLAIM_X = CLAIM_X1A | CLAIM_X3 | CLAIM_X4,
    CLAIM_A = CLAIM_A1 | CLAIM_A2,
};

/* What text may stand on. */
typedef struct hui_ground {
    hui_rect box; /* pt */
    bool is_white, is_image;
} hui_ground;

typedef struct hui_form hui_form;
typedef struct hui_font hui_font;

typedef struct hui_check {
    hui_arena *arena;
    qpdf_data pdf;
    const void *bytes;
    size_t size;
    const hui_preflight_request *request;
    hui_preflight_report *report;
    const double *limits;
    unsigned claims;
    bool intent_is_rgb;   /* the output intent's profile is one of RGB */
    int page;             /* that is looked at, from 1; 0: none */
    hui_rect media, trim; /* of that page: pt, y grows upwards */
    hui_rect printed;     /* what can be printed of it: the BleedBox where there is one */
    double unit;          /* pt for each unit of its content (UserUnit) */
    HUI_VEC(const hui_font *) fonts;
    HUI_VEC(hui_form *) forms;
    HUI_VEC(hui_ground) grounds; /* of the page, in the order of painting */
    size_t statements, decoded; /* so far, of all content */
    bool gave_up;               /* there is too much of it */
} hui_check;

/* Where a finding is. */
typedef struct hui_spot {
    const hui_rect *box; /* pt, as `trim`; NULL: the whole page, or file */
    double badness;      /* the worst of several is reported */
    bool is_general;     /* as of hui_finding */
    const char *detail;  /* set apart from others of the rule; NULL: all are one */
} hui_spot;

/* rules.c. The arguments are the message's. */
bool hui_rule_applies(const hui_check *check, hui_rule rule);
void hui_check_add(hui_check *check, hui_rule rule, hui_spot spot, ...);
const char *hui_check_word(const hui_check *check, const char *english, const char *chinese);

/* objects.c: what cannot be there is null, 0, or NULL. Handles are to be released. */
qpdf_oh hui_key(const hui_check *check, qpdf_oh dictionary, const char *key);
void hui_drop(const hui_check *check, qpdf_oh object);
bool hui_key_is(const hui_check *check, qpdf_oh dictionary, const char *key, const char *name);
bool hui_key_has(const hui_check *check, qpdf_oh dictionary, const char *key);
double hui_key_number(const hui_check *check, qpdf_oh dictionary, const char *key, double otherwise);
double hui_item_number(const hui_check *check, qpdf_oh array, int index);
int hui_item_count(const hui_check *check, qpdf_oh array); /* 0 for what is no array */
/* A name without its slash, or a string as UTF-8; the arena's. NULL for anything else. */
const char *hui_object_text(const hui_check *check, qpdf_oh object);
const char *hui_key_text(const hui_check *check, qpdf_oh dictionary, const char *key);
bool hui_key_numbers(const hui_check *check, qpdf_oh dictionary, const char *key, double *numbers, int count);
/* Corners in any order; false if it is no rectangle. */
bool hui_key_rect(const hui_check *check, qpdf_oh dictionary, const char *key, hui_rect *rect);
/* Whether decoding it takes no more memory than drawings need. */
bool hui_stream_is_tame(hui_check *check, qpdf_oh stream);
/* The decoded bytes of a stream, to be freed; NULL if they cannot be had or are too many. */
unsigned char *hui_stream_bytes(hui_check *check, qpdf_oh stream, size_t *size);
/* Rules, one file a family. */
void hui_check_claims(hui_check *check);   /* claims.c: what the file says it is */
void hui_check_file(hui_check *check);     /* file.c */
void hui_check_intents(hui_check *check);  /* intents.c */
void hui_check_access(hui_check *check);   /* access.c */
void hui_check_boxes(hui_check *check, qpdf_oh page);       /* boxes.c: sets those of the check, too */
void hui_check_annotations(hui_check *check, qpdf_oh page); /* boxes.c */
void hui_check_content(hui_check *check, qpdf_oh page);     /* interpreter.c: calls those of marks.h */
void hui_check_ink(hui_check *check);      /* ink.c */

#endif
