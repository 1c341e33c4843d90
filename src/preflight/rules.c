/* Rules: which are applied, how grave a breach is, and the list of what was found. */
#include "preflight/check.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

typedef enum grade { GRADE_NONE, GRADE_WARNING, GRADE_ERROR } grade;

typedef struct rule_row {
    const char *word;
    grade press, digital, accessible;
    unsigned claims;
    const char *message, *hint, *chinese, *chinese_hint;
} rule_row;

static const rule_row rows[] = {
#define RULE(NAME, word, press, digital, accessible, claims, message, hint, chinese, chinese_hint) \
    {word, GRADE_##press, GRADE_##digital, GRADE_##accessible, claims, message, hint, chinese, chinese_hint},
#include "preflight/rules.inc"
#undef RULE
};

/* Findings that differ: a file with more has other troubles. */
enum { FINDINGS_MOST = 1000 };

static grade find_grade(const hui_check *check, hui_rule rule)
{
    const rule_row *row = &rows[rule];
    if (row->claims & check->claims)
        return GRADE_ERROR;
    switch (check->request->house) {
    case HUI_HOUSE_COATED:
    case HUI_HOUSE_UNCOATED:
    case HUI_HOUSE_NEWSPAPER:
        return row->press;
    case HUI_HOUSE_DIGITAL:
        return row->digital;
    case HUI_HOUSE_ACCESSIBLE:
    case HUI_HOUSE_COUNT:
        break;
    }
    return row->accessible;
}

bool hui_rule_applies(const hui_check *check, hui_rule rule)
{
    return find_grade(check, rule) != GRADE_NONE;
}

const char *hui_check_word(const hui_check *check, const char *english, const char *chinese)
{
    return check->request->is_chinese ? chinese : english;
}

static const double mm_per_pt = 25.4 / 72;

static hui_rect place_box(const hui_check *check, hui_rect box)
{
    return (hui_rect){(box.x - check->trim.x) * mm_per_pt, (check->trim.y + check->trim.h - box.y - box.h) * mm_per_pt,
                      box.w * mm_per_pt, box.h * mm_per_pt};
}

static const hui_place *locate(const hui_check *check, hui_rect box)
{
    const hui_preflight_request *request = check->request;
    return request->locate ? request->locate(request->closure, check->page, box, check->trim.w * mm_per_pt,
                                             check->trim.h * mm_per_pt)
                           : NULL;
}

static bool is_same(const hui_finding *a, const hui_finding *b)
{
    return a->rule == b->rule && (a->page == b->page || a->is_general) && a->place == b->place &&
           (!a->detail == !b->detail) && (!a->detail || strcmp(a->detail, b->detail) == 0);
}

/* The one it is counted with, or a new one; NULL where there are too many. */
static hui_finding *find_kin(hui_check *check, const hui_finding *finding)
{
    hui_preflight_report *report = check->report;
    for (size_t i = report->findings.count; i-- > 0;)
        if (is_same(&report->findings.at[i], finding))
            return &report->findings.at[i];
    if (report->findings.count >= FINDINGS_MOST)
        return NULL;
    hui_finding *added = hui_vec_push(check->arena, &report->findings);
    *added = *finding;
    added->detail = finding->detail ? hui_arena_string(check->arena, finding->detail) : NULL;
    return added;
}

void hui_check_add(hui_check *check, hui_rule rule, hui_spot spot, ...)
{
    const grade how = find_grade(check, rule);
    const rule_row *row = &rows[rule];
    if (how == GRADE_NONE)
        return;
    hui_finding finding = {.rule = rule,
                           .word = row->word,
                           .severity = how == GRADE_ERROR ? HUI_SEVERITY_ERROR : HUI_SEVERITY_WARNING,
                           .page = check->page,
                           .has_box = spot.box != NULL,
                           .is_general = spot.is_general,
                           .detail = spot.detail,
                           .badness = spot.badness};
    if (spot.box) {
        finding.box = place_box(check, *spot.box);
        finding.place = spot.is_general ? NULL : locate(check, finding.box);
    }
    hui_finding *kin = find_kin(check, &finding);
    if (!kin || (kin->count++ > 0 && !(finding.badness > kin->badness)))
        return;
    va_list arguments;
    va_start(arguments, spot);
    kin->message = hui_arena_vprintf(check->arena, hui_check_word(check, row->message, row->chinese), arguments);
    va_end(arguments);
    kin->hint = hui_check_word(check, row->hint, row->chinese_hint);
    kin->page = finding.page;
    kin->box = finding.box;
    kin->badness = finding.badness;
}
