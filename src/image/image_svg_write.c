/* SVG images inside our SVG files: parsed and written again, without what could run, reach out or clash. Elements and
 * attributes of other namespaces (editors' notes) go, and so do animations: a poster stands still. */
#include "base/xml.h"
#include "image/image_formats.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#define SVG "http://www.w3.org/2000/svg|"
#define XLINK "http://www.w3.org/1999/xlink|"
#define XML "http://www.w3.org/XML/1998/namespace|"

typedef struct copier {
    hui_buffer *out;
    const hui_image *image;
    hui_rect rect;
    const char *prefix;
    hui_image_ink ink;
    int depth;
    int dropped;      /* depth of the element that is left out with all in it; 0: none */
    bool tag_is_open; /* its `>` is not written yet */
    bool in_style;
    hui_buffer style; /* the text of a <style> */
} copier;

static void add_attribute(hui_buffer *out, const char *name, const char *value, size_t size)
{
    hui_buffer_printf(out, " %s=\"", name);
    hui_xml_add_escaped(out, value, size);
    hui_buffer_add_char(out, '"');
}

static bool is_word_of(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (!strcmp(word, *list))
            return true;
    return false;
}

static bool is_kept_element(const char *name)
{
    static const char *const dropped[] = {"script",  "foreignObject", "handler",          "listener", "iframe",
                                          "audio",   "video",         "animate",          "set",      "animateMotion",
                                          "discard", "animateColor",  "animateTransform", "metadata", NULL};
    size_t length = strlen(SVG);
    return !strncmp(name, SVG, length) && !is_word_of(name + length, dropped);
}

/* A reference within the picture, prefixed; a picture in the file itself; anything else is dropped. */
static void add_reference(copier *c, const char *name, const char *value)
{
    hui_buffer reference = {0};
    while (*value && strchr(" \t\r\n", *value))
        value++;
    if (*value == '#')
        hui_buffer_printf(&reference, "#%s%s", c->prefix, value + 1);
    else if (!strncmp(value, "data:image/", 11))
        hui_buffer_add_string(&reference, value);
    if (reference.size)
        add_attribute(c->out, name, reference.bytes, reference.size);
    hui_buffer_finish(&reference);
}

static void add_prefixed_words(copier *c, const char *name, const char *value)
{
    hui_buffer words = {0};
    while (*value) {
        size_t space = strspn(value, " \t\r\n"), word = strcspn(value + space, " \t\r\n");
        if (word)
            hui_buffer_printf(&words, "%s%s%.*s", words.size ? " " : "", c->prefix, (int)word, value + space);
        value += space + word;
    }
    if (words.size)
        add_attribute(c->out, name, words.bytes, words.size);
    hui_buffer_finish(&words);
}

static void copy_attribute(copier *c, const char *name, const char *value)
{
    static const char *const ids[] = {"id", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", NULL};
    if (!strcmp(name, "href") || !strcmp(name, XLINK "href")) {
        add_reference(c, !strcmp(name, "href") ? "href" : "xlink:href", value);
    } else if (is_word_of(name, ids)) {
        add_prefixed_words(c, name, value);
    } else if (!strcmp(name, XML "space") || !strcmp(name, XML "lang")) {
        add_attribute(c->out, !strcmp(name, XML "lang") ? "xml:lang" : "xml:space", value, strlen(value));
    } else if (c->ink.replaced && (!strcmp(name, "fill") || !strcmp(name, "stroke") || !strcmp(name, "color")) &&
               !strcmp(value, c->ink.replaced)) {
        add_attribute(c->out, name, "currentColor", strlen("currentColor"));
    } else if (!strchr(name, '|') && strncmp(name, "on", 2) != 0) {
        hui_buffer scoped = {0};
        hui_image_scope_value(&scoped, value, strlen(value), c->prefix);
        add_attribute(c->out, name, scoped.size ? scoped.bytes : "", scoped.size);
        hui_buffer_finish(&scoped);
    }
}

/* Instead of the root's own place and size come ours; the group around it is what its style sheet is bound to. Its id
 * begins with a hyphen, as no id of a well-formed picture does. */
static void open_root(copier *c, const char **attributes)
{
    static const char *const ours[] = {"x", "y", "width", "height", "version", "baseProfile", NULL};
    const hui_color tint = c->image->tint;
    static const char *const names[] = {"x", "y", "width", "height"};
    const double numbers[] = {c->rect.x, c->rect.y, c->rect.w, c->rect.h};
    hui_buffer_printf(c->out, "<g id=\"%s-root\"", c->prefix);
    if (c->ink.class_name)
        hui_buffer_printf(c->out, " color=\"#%02x%02x%02x\" class=\"%s\"", tint.r, tint.g, tint.b, c->ink.class_name);
    hui_buffer_add_string(c->out, "><svg xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    for (int i = 0; i < 4; i++) {
        hui_buffer_printf(c->out, " %s=\"", names[i]);
        hui_buffer_add_number(c->out, numbers[i], 2);
        hui_buffer_add_char(c->out, '"');
    }
    bool has_box = false;
    for (; *attributes; attributes += 2) {
        has_box |= !strcmp(attributes[0], "viewBox");
        if (!is_word_of(attributes[0], ours) && !(tint.a && !strcmp(attributes[0], "color")))
            copy_attribute(c, attributes[0], attributes[1]);
    }
    if (tint.a && !c->ink.from_around && !c->ink.class_name)
        hui_buffer_printf(c->out, " color=\"#%02x%02x%02x\"", tint.r, tint.g, tint.b);
    if (tint.a && !c->image->has_fill)
        hui_buffer_add_string(c->out, " fill=\"currentColor\"");
    if (!has_box) {
        hui_buffer_add_string(c->out, " viewBox=\"0 0 ");
        hui_buffer_add_number(c->out, c->image->width, 3);
        hui_buffer_add_char(c->out, ' ');
        hui_buffer_add_number(c->out, c->image->height, 3);
        hui_buffer_add_char(c->out, '"');
    }
}

static void close_tag(copier *c)
{
    if (c->tag_is_open)
        hui_buffer_add_char(c->out, '>');
    c->tag_is_open = false;
}

static void open_element(void *data, const char *name, const char **attributes)
{
    copier *c = data;
    c->depth++;
    if (!c->dropped && !is_kept_element(name))
        c->dropped = c->depth;
    if (c->dropped)
        return;
    const char *local = name + strlen(SVG);
    close_tag(c);
    c->tag_is_open = true;
    c->in_style = !strcmp(local, "style");
    if (c->depth == 1) {
        open_root(c, attributes);
        return;
    }
    hui_buffer_printf(c->out, "<%s", local);
    for (; *attributes; attributes += 2)
        copy_attribute(c, attributes[0], attributes[1]);
}

static void write_style(copier *c)
{
    hui_buffer css = {0}, scope = {0};
    hui_buffer_printf(&scope, "%s-root", c->prefix);
    hui_image_scope_css(&css, c->style.bytes ? c->style.bytes : "", c->prefix, scope.bytes);
    close_tag(c);
    for (size_t i = 0; i < css.size; i++) { /* text, not an attribute: `"` and line ends stay */
        if (css.bytes[i] == '&' || css.bytes[i] == '<')
            hui_buffer_add_string(c->out, css.bytes[i] == '&' ? "&amp;" : "&lt;");
        else
            hui_buffer_add_char(c->out, css.bytes[i]);
    }
    hui_buffer_finish(&css);
    hui_buffer_finish(&scope);
    hui_buffer_finish(&c->style);
    c->in_style = false;
}

static void close_element(void *data, const char *name)
{
    copier *c = data;
    if (!c->dropped) {
        if (c->in_style)
            write_style(c);
        if (c->tag_is_open)
            hui_buffer_add_string(c->out, "/>");
        else
            hui_buffer_printf(c->out, "</%s>", name + strlen(SVG));
        c->tag_is_open = false;
        if (c->depth == 1)
            hui_buffer_add_string(c->out, "</g>");
    }
    if (c->dropped == c->depth)
        c->dropped = 0;
    c->depth--;
}

static void copy_text(void *data, const char *text, int length)
{
    copier *c = data;
    if (c->dropped)
        return;
    if (c->in_style) {
        hui_buffer_add(&c->style, text, (size_t)length);
        return;
    }
    close_tag(c);
    for (const char *end = text + length; text < end;) {
        const char *line_end = text;
        while (line_end < end && !strchr("\n\r\t", *line_end))
            line_end++;
        hui_xml_add_escaped(c->out, text, (size_t)(line_end - text));
        if (line_end < end)
            hui_buffer_add_char(c->out, *line_end++); /* in text these stand for themselves */
        text = line_end;
    }
}

void hui_image_write_svg(const hui_image *image, hui_rect rect, const char *id_prefix, hui_buffer *out)
{
    hui_image_write_icon(image, rect, id_prefix, &(hui_image_ink){0}, out);
}

void hui_image_write_icon(const hui_image *image, hui_rect rect, const char *id_prefix, const hui_image_ink *ink,
                          hui_buffer *out)
{
    copier c = {.out = out, .image = image, .rect = rect, .prefix = id_prefix, .ink = *ink};
    XML_Parser parser = XML_ParserCreateNS(NULL, '|');
    XML_SetUserData(parser, &c);
    XML_SetElementHandler(parser, open_element, close_element);
    XML_SetCharacterDataHandler(parser, copy_text);
    XML_Parse(parser, (const char *)image->bytes, (int)image->size, 1); /* was well-formed when it was read */
    XML_ParserFree(parser);
    hui_buffer_finish(&c.style);
}
