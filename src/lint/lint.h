/* Lint: rules of good design, applied to a finished drawing. */
#ifndef HUI_LINT_LINT_H
#define HUI_LINT_LINT_H

#include "base/diag.h"
#include "base/lint_rules.h"
#include "scene/scene.h"
#include "theme/theme.h"

typedef struct hui_lint_request {
    const hui_scene *pages;   /* as they are shown; all of them */
    unsigned rules;           /* bits of hui_lint_rule: those that are applied */
    double paper_width;       /* mm; 0: the pages are for screens */
    double scale;             /* pixels for each px that pictures must have on screens */
    double dpi;               /* and on paper */
    bool is_chinese;          /* messages and hints */
    hui_place place;          /* of the spec, for what is no panel's fault */
} hui_lint_request;

/* Adds findings, each with its page and rectangle, in the order of pages and from top to bottom. Like findings of one panel are one,
 * which tells the worst and how many there are. */
void hui_lint_run(hui_arena *arena, const hui_lint_request *request, hui_diags *diags);

/* Rules whose findings are certain and cheap: what rendering warns of. */
enum { HUI_LINT_CERTAIN = 1 << HUI_LINT_TEXT_OVERLAP | 1 << HUI_LINT_TEXT_OUTSIDE };

/* Warnings found elsewhere, which have no rectangle yet, get that of their panel: the one whose JSON Pointer holds theirs. Those
 * of rules that it ignores are taken away. */
void hui_lint_settle(hui_arena *arena, const hui_scene *pages, hui_diags *diags);
/* Whether what stands at `inner` is in what stands at `outer`, or is that (RFC 6901). */
bool hui_pointer_holds(const char *outer, const char *inner);

/* The pages one below the other, each finding with its rectangle and number, and a list of them beside. */
hui_scene *hui_lint_annotate(hui_arena *arena, const hui_scene *pages, hui_fonts *fonts, const hui_diags *findings);

#endif
