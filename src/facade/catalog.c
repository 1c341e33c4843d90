/* Catalogues: formats, themes, panels, icons and fonts, listed one by one. */
#include "backend/backend.h"
#include "base/lint_rules.h"
#include "facade/context.h"
#include "model/poster.h"
#include "panel/panel.h"
#include "theme/theme.h"

#include <assert.h>
#include <string.h>

/* The names of each theme's accents, joined by spaces. */
static const char *theme_accents(hui_context *context, size_t index)
{
    if (!context->theme_accents) {
        context->theme_accents = HUI_NEW_ARRAY(context->arena, const char *, hui_theme_count);
        for (size_t i = 0; i < hui_theme_count; i++) {
            const char *names = "";
            for (size_t j = 0; j < hui_themes[i]->accent_count; j++)
                names = hui_arena_printf(context->arena, "%s%s%s", names, j ? " " : "", hui_themes[i]->accents[j].name);
            context->theme_accents[i] = names;
        }
    }
    return context->theme_accents[index];
}

/* NULL if they cannot be opened; a document says why. */
static hui_fonts *open_fonts(hui_context *context)
{
    hui_arena *arena = hui_arena_new();
    hui_fonts *fonts = hui_context_fonts(context, hui_diags_new(arena));
    hui_arena_free(arena);
    return fonts;
}

static const char *limit_sizes(hui_context *context, size_t index)
{
    const hui_limit_row *row = &hui_limit_rows[index];
    return hui_arena_printf(context->arena, "%zu / %zu %s", row->usual, row->untrusted, row->unit);
}

size_t hui_catalog_count(hui_context *context, hui_catalog catalog)
{
    switch (catalog) {
    case HUI_CATALOG_FORMATS:
        return hui_backend_count;
    case HUI_CATALOG_THEMES:
        return hui_theme_count;
    case HUI_CATALOG_PANELS:
        return hui_panel_kind_count;
    case HUI_CATALOG_ICONS:
        return hui_icon_count();
    case HUI_CATALOG_FONTS: {
        hui_fonts *fonts = open_fonts(context);
        return fonts ? hui_fonts_count(fonts) : 0;
    }
    case HUI_CATALOG_LIMITS:
        return HUI_MOST_COUNT;
    case HUI_CATALOG_LINT:
        return HUI_LINT_COUNT;
    }
    return 0;
}

hui_entry hui_catalog_entry(hui_context *context, hui_catalog catalog, size_t index)
{
    assert(index < hui_catalog_count(context, catalog));
    switch (catalog) {
    case HUI_CATALOG_FORMATS:
        return (hui_entry){hui_backends[index].name, hui_backends[index].doc, hui_backends[index].suffix};
    case HUI_CATALOG_THEMES:
        return (hui_entry){hui_themes[index]->name, hui_themes[index]->doc, theme_accents(context, index)};
    case HUI_CATALOG_PANELS:
        return (hui_entry){hui_panel_kinds[index]->record.name, hui_panel_kinds[index]->record.doc, NULL};
    case HUI_CATALOG_ICONS:
        return (hui_entry){hui_icon_name(index), hui_icon_tags(index), NULL};
    case HUI_CATALOG_FONTS:
        return (hui_entry){hui_fonts_family(context->fonts, index), hui_fonts_style(context->fonts, index),
                           hui_fonts_file(context->fonts, index)};
    case HUI_CATALOG_LIMITS:
        return (hui_entry){hui_limit_rows[index].word, hui_limit_rows[index].doc, limit_sizes(context, index)};
    case HUI_CATALOG_LINT:
        return (hui_entry){hui_lint_rows[index].word, hui_lint_rows[index].doc, NULL};
    }
    return (hui_entry){0};
}

int hui_catalog_match(hui_context *context, hui_catalog catalog, size_t index, const char *word)
{
    if (catalog == HUI_CATALOG_ICONS)
        return hui_icon_match(index, word);
    const hui_entry entry = hui_catalog_entry(context, catalog, index);
    return !strcmp(entry.name, word) ? 3 : strstr(entry.name, word) ? 2 : strstr(entry.doc, word) != NULL;
}
