/* Packing a PDF: Cairo 1.16 writes every object as plain text, 20 bytes of cross-reference each, and knows neither
 * language nor alternative texts. This lays the objects without a stream together in one compressed stream (ISO
 * 32000-1, sections 7.5.7 and 7.5.8) and adds what is missing. */
#include "backend/pdf_pack.h"

#include "backend/png_deflate.h"
#include "base/arena.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct object object;
struct object {
    size_t number, offset; /* offset 0: free */
    const char *body;      /* between "obj" and "endobj" */
    size_t size;
    bool has_stream;
    const object *marks;        /* PAGE: the stream of its marks; NULL: none */
    const hui_pdf_sheet *sheet; /* PAGE: its sheet; NULL: none */
    bool has_registration;      /* resources that need the colour space */
};

typedef struct packer {
    hui_arena *arena;
    const hui_buffer *pdf;
    const hui_pdf_extras *extras;
    size_t table;    /* offset of the cross-reference table */
    object *objects; /* by number */
    object **order;  /* by offset: those in use */
    size_t count, used;
    size_t root, info; /* the trailer's */
} packer;

static bool starts_with(const char *text, size_t size, const char *word)
{
    return size >= strlen(word) && memcmp(text, word, strlen(word)) == 0;
}

static bool ends_with(const char *text, const char *end, const char *word)
{
    const size_t length = strlen(word);
    return end >= text + length && memcmp(end - length, word, length) == 0;
}

static const char *find(const char *text, size_t size, const char *word)
{
    const size_t length = strlen(word);
    if (size < length)
        return NULL;
    for (const char *at = text, *last = text + size - length; (at = memchr(at, *word, (size_t)(last + 1 - at))); at++)
        if (memcmp(at, word, length) == 0)
            return at;
    return NULL;
}

/* Reads `word`, spaces and a number, any of the first two empty; false leaves `*at` where it is. (Not sscanf, which
 * looks for the end of the whole file each time.) */
static bool read_number(const char **at, const char *word, size_t *number)
{
    const size_t length = strlen(word);
    if (strncmp(*at, word, length) != 0)
        return false;
    const char *const digits = *at + length + strspn(*at + length, " ");
    char *end;
    if (*digits < '0' || *digits > '9')
        return false;
    *number = strtoul(digits, &end, 10);
    *at = end;
    return true;
}

static bool read_word(const char **at, const char *word)
{
    const size_t length = strlen(word);
    if (strncmp(*at, word, length) != 0)
        return false;
    *at += length;
    return true;
}

static int by_offset(const void *left, const void *right)
{
    const object *a = *(object *const *)left, *b = *(object *const *)right;
    return (a->offset > b->offset) - (a->offset < b->offset);
}

/* "startxref" and the table it leads to: one section of entries of 20 bytes, then the trailer. */
static bool read_table(packer *p)
{
    const char *const bytes = p->pdf->bytes;
    const size_t size = p->pdf->size;
    const size_t tail = size > 64 ? size - 64 : 0;
    const char *at = find(bytes + tail, size - tail, "startxref\n");
    if (!at || !read_number(&at, "startxref\n", &p->table) || p->table >= size)
        return false;
    at = bytes + p->table;
    if (!read_number(&at, "xref\n0 ", &p->count) || !read_word(&at, "\n") ||
        p->count > (size - (size_t)(at - bytes)) / 20)
        return false;
    p->objects = HUI_NEW_ARRAY(p->arena, object, p->count + p->extras->sheet_count);
    p->order = HUI_NEW_ARRAY(p->arena, object *, p->count + p->extras->sheet_count);
    for (size_t i = 0; i < p->count; i++, at += 20) {
        if (at[17] != 'n')
            continue;
        p->objects[i] = (object){.number = i, .offset = strtoul(at, NULL, 10)};
        p->order[p->used++] = &p->objects[i];
    }
    qsort(p->order, p->used, sizeof *p->order, by_offset);
    const char *root = strstr(at, "/Root "), *info = strstr(at, "/Info ");
    return p->used > 0 && root && info && read_number(&root, "/Root", &p->root) &&
           read_number(&info, "/Info", &p->info);
}

static bool read_objects(packer *p)
{
    for (size_t i = 0; i < p->used; i++) {
        object *o = p->order[i];
        const size_t end = i + 1 < p->used ? p->order[i + 1]->offset : p->table;
        if (o->offset >= end || end > p->table)
            return false;
        const char *at = p->pdf->bytes + o->offset, *const next = p->pdf->bytes + end;
        size_t number;
        if (!read_number(&at, "", &number) || number != o->number || !read_word(&at, " 0 obj\n") ||
            !ends_with(at, next, "\nendobj\n"))
            return false;
        o->body = at;
        o->size = (size_t)(next - at) - strlen("\nendobj\n");
        o->has_stream = ends_with(at, at + o->size, "endstream");
    }
    return true;
}

static const char page_head[] = "<< /Type /Page", contents_key[] = "\n   /Contents ", resources_key[] = "/Resources ";

/* Cairo writes " % n" behind the type; "/Pages" is another. */
static bool is_page(const object *o)
{
    return !o->has_stream && starts_with(o->body, o->size, page_head) && o->body[strlen(page_head)] == ' ';
}

static void add_marks_object(packer *p, object *page, const char *marks)
{
    object *o = &p->objects[p->count];
    hui_buffer body = {0};
    hui_buffer_printf(&body, "<< /Length %zu >>\nstream\n%s\nendstream", strlen(marks), marks);
    *o = (object){.number = p->count++, .offset = 1, .size = body.size, .has_stream = true};
    o->body = hui_arena_copy(p->arena, body.bytes, body.size);
    hui_buffer_finish(&body);
    p->order[p->used++] = o;
    page->marks = o;
}

/* The resources of a page with marks gain the colour space of registration; false if the page has none of its own, or
 * they have colour spaces already. */
static bool mark_resources(packer *p, const object *page)
{
    const char *at = find(page->body, page->size, resources_key);
    size_t number;
    if (!at || !read_number(&at, resources_key, &number) || number >= p->count)
        return false;
    object *const resources = &p->objects[number];
    if (!resources->body || !starts_with(resources->body, resources->size, "<<") ||
        find(resources->body, resources->size, "/ColorSpace"))
        return false;
    resources->has_registration = true;
    return true;
}

/* Cairo numbers pages in their order. */
static bool find_pages(packer *p)
{
    const size_t count = p->count;
    size_t found = 0;
    for (size_t i = 0; i < count && p->extras->sheet_count; i++) {
        object *page = &p->objects[i];
        if (!page->offset || !is_page(page))
            continue;
        if (found == p->extras->sheet_count || !find(page->body, page->size, contents_key))
            return false;
        page->sheet = &p->extras->sheets[found++];
        if (!page->sheet->marks)
            continue;
        if (!mark_resources(p, page))
            return false;
        add_marks_object(p, page, page->sheet->marks);
    }
    return found == p->extras->sheet_count;
}

/* A text string (section 7.9.2.2). */
static void add_text_string(hui_buffer *out, const char *text)
{
    hui_buffer_add_string(out, "<FEFF");
    while (*text) {
        const uint32_t c = hui_utf8_next(&text);
        if (c < 0x10000)
            hui_buffer_printf(out, "%04X", c);
        else
            hui_buffer_printf(out, "%04X%04X", 0xD7C0 + (c >> 10), 0xDC00 + (c & 0x3FF));
    }
    hui_buffer_add_char(out, '>');
}

static bool is_language_tag(const char *lang)
{
    return lang && *lang && lang[strspn(lang, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] == 0;
}

/* Cairo names an external object again each time it is drawn; a dictionary has one entry a key (section 7.3.7). `at` is
 * behind "/XObject <<"; returns where the entries end. */
static const char *add_unrepeated(packer *p, hui_buffer *out, const char *at)
{
    bool *seen = HUI_NEW_ARRAY(p->arena, bool, p->count);
    for (;;) {
        const char *next = at;
        size_t name, number;
        if (!read_number(&next, " /x", &name) || !read_number(&next, " ", &number) || !read_word(&next, " 0 R"))
            return at;
        if (name >= p->count || !seen[name])
            hui_buffer_add(out, at, (size_t)(next - at));
        if (name < p->count)
            seen[name] = true;
        at = next;
    }
}

static void add_box(hui_buffer *out, const char *name, const hui_pdf_sheet *sheet, double beyond)
{
    const double from = sheet->around - beyond;
    const double at[] = {from, from, sheet->around + sheet->width + beyond, sheet->around + sheet->height + beyond};
    hui_buffer_printf(out, " /%s [", name);
    for (int i = 0; i < 4; i++) {
        hui_buffer_add_char(out, ' ');
        hui_buffer_add_number(out, at[i], 4);
    }
    hui_buffer_add_string(out, " ]");
}

/* A page with its boxes (section 14.11.2), and its marks below what Cairo drew: that leaves the coordinates turned. */
static void add_page(hui_buffer *out, const object *o)
{
    const size_t head = strlen(page_head);
    const char *const key = find(o->body, o->size, contents_key), *const value = key + strlen(contents_key);
    const char *end = value;
    size_t number;
    hui_buffer_add(out, page_head, head);
    add_box(out, "TrimBox", o->sheet, 0);
    add_box(out, "BleedBox", o->sheet, o->sheet->bleed);
    if (o->sheet->unit > 1) {
        hui_buffer_add_string(out, " /UserUnit ");
        hui_buffer_add_number(out, o->sheet->unit, 6);
    }
    hui_buffer_add(out, o->body + head, (size_t)(value - o->body) - head);
    if (o->marks && read_number(&end, "", &number) && read_word(&end, " 0 R"))
        hui_buffer_printf(out, "[ %zu 0 R %zu 0 R ]", o->marks->number, number);
    hui_buffer_add(out, end, o->size - (size_t)(end - o->body));
}

/* "All" is printed on every plate, as much on one as on another (section 8.6.6.4). */
static void add_registration(hui_buffer *out)
{
    hui_buffer_add_string(out, "<< /ColorSpace << /" HUI_PDF_REGISTRATION " [/Separation /All /DeviceCMYK << "
                               "/FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>] >>");
}

/* The object's body, with the extras that belong to it. */
static void add_body(packer *p, hui_buffer *out, const object *o, size_t *figures)
{
    const hui_pdf_extras *const extras = p->extras;
    static const char catalog[] = "<< /Type /Catalog", figure[] = "<< /Type /StructElem\n   /S /Figure";
    static const char forms[] = "/XObject <<";
    const char *const list = find(o->body, o->size, forms);
    size_t head = 0;
    if (o->sheet) {
        add_page(out, o);
        return;
    }
    if (o->has_registration) {
        head = strlen("<<");
        add_registration(out);
    }
    if (starts_with(o->body, o->size, catalog)) {
        head = strlen(catalog);
        hui_buffer_add(out, catalog, head);
        if (is_language_tag(extras->lang))
            hui_buffer_printf(out, " /Lang (%s)", extras->lang);
        if (extras->has_title)
            hui_buffer_add_string(out, " /ViewerPreferences << /DisplayDocTitle true >>");
    } else if (starts_with(o->body, o->size, figure)) {
        head = strlen(figure);
        hui_buffer_add(out, figure, head);
        if (*figures < extras->alt_count && extras->alts[*figures]) {
            hui_buffer_add_string(out, " /Alt ");
            add_text_string(out, extras->alts[*figures]);
        }
        ++*figures;
    } else if (list) {
        const char *const entries = list + strlen(forms);
        hui_buffer_add(out, o->body + head, (size_t)(entries - o->body) - head);
        head = (size_t)(add_unrepeated(p, out, entries) - o->body);
    }
    hui_buffer_add(out, o->body + head, o->size - head);
}

/* Cairo keeps a stream's length in an object of its own, which may not be packed (section 7.5.7): it is put in its
 * place. */
static bool add_stream(packer *p, hui_buffer *out, object *o)
{
    static const char key[] = "/Length ";
    const char *const data = find(o->body, o->size, "stream\n");
    const char *at = data ? find(o->body, (size_t)(data - o->body), key) : NULL;
    size_t number, length;
    if (!at)
        return false;
    at += strlen(key);
    const char *rest = at;
    o->offset = out->size;
    hui_buffer_printf(out, "%zu 0 obj\n", o->number);
    hui_buffer_add(out, o->body, (size_t)(at - o->body));
    if (read_number(&rest, "", &number) && read_word(&rest, " 0 R")) {
        const char *value = number < p->count ? p->objects[number].body : NULL;
        if (!value || !read_number(&value, "", &length))
            return false;
        hui_buffer_printf(out, "%zu", length);
        p->objects[number].offset = 0;
    } else {
        rest = at;
    }
    hui_buffer_add(out, rest, o->size - (size_t)(rest - o->body));
    hui_buffer_add_string(out, "\nendobj\n");
    return true;
}

static void add_compressed(hui_buffer *out, const hui_buffer *bytes)
{
    hui_buffer packed = {0};
    hui_buffer_reserve(&packed, hui_zlib_bound(bytes->size));
    const size_t size = hui_zlib_pack(bytes->bytes, bytes->size, (unsigned char *)packed.bytes);
    hui_buffer_printf(out, " /Filter /FlateDecode /Length %zu >>\nstream\n", size);
    hui_buffer_add(out, packed.bytes, size);
    hui_buffer_add_string(out, "\nendstream\nendobj\n");
    hui_buffer_finish(&packed);
}

/* Returns the stream's offset. */
static size_t add_object_stream(packer *p, hui_buffer *out)
{
    hui_buffer index = {0}, bodies = {0};
    size_t packed = 0, figures = 0;
    for (size_t i = 0; i < p->count; i++) {
        const object *o = &p->objects[i];
        if (!o->offset || o->has_stream)
            continue;
        hui_buffer_printf(&index, "%zu %zu ", i, bodies.size);
        add_body(p, &bodies, o, &figures);
        hui_buffer_add_char(&bodies, '\n');
        packed++;
    }
    const size_t offset = out->size;
    hui_buffer_printf(out, "%zu 0 obj\n<< /Type /ObjStm /N %zu /First %zu", p->count, packed, index.size);
    hui_buffer_add(&index, bodies.bytes, bodies.size);
    add_compressed(out, &index);
    hui_buffer_finish(&index);
    hui_buffer_finish(&bodies);
    return offset;
}

/* An entry of 7 bytes: type, then 4 and 2 bytes of what the type says. */
static void add_entry(hui_buffer *out, unsigned type, size_t where, size_t index)
{
    const unsigned char entry[] = {
        (unsigned char)type,  (unsigned char)(where >> 24), (unsigned char)(where >> 16), (unsigned char)(where >> 8),
        (unsigned char)where, (unsigned char)(index >> 8),  (unsigned char)index};
    hui_buffer_add(out, entry, sizeof entry);
}

static void add_cross_references(const packer *p, hui_buffer *out, size_t object_stream)
{
    const size_t offset = out->size;
    hui_buffer entries = {0};
    size_t packed = 0;
    for (size_t i = 0; i < p->count; i++) {
        const object *o = &p->objects[i];
        if (!o->offset)
            add_entry(&entries, 0, 0, 0xFFFF);
        else if (o->has_stream)
            add_entry(&entries, 1, o->offset, 0);
        else
            add_entry(&entries, 2, p->count, packed++);
    }
    add_entry(&entries, 1, object_stream, 0);
    add_entry(&entries, 1, offset, 0);
    hui_buffer_printf(out, "%zu 0 obj\n<< /Type /XRef /Size %zu /W [1 4 2] /Root %zu 0 R /Info %zu 0 R", p->count + 1,
                      p->count + 2, p->root, p->info);
    add_compressed(out, &entries);
    hui_buffer_printf(out, "startxref\n%zu\n%%%%EOF\n", offset);
    hui_buffer_finish(&entries);
}

static bool has_unit(const hui_pdf_extras *extras)
{
    for (size_t i = 0; i < extras->sheet_count; i++)
        if (extras->sheets[i].unit > 1)
            return true;
    return false;
}

bool hui_pdf_pack(const hui_buffer *pdf, const hui_pdf_extras *extras, hui_buffer *out)
{
    enum { MOST = 0xFFFF }; /* objects that an entry can count */
    packer p = {.arena = hui_arena_new(), .pdf = pdf, .extras = extras};
    bool done = read_table(&p) && read_objects(&p) && find_pages(&p) && p.count < MOST;
    const size_t start = out->size;
    hui_buffer_printf(out, "%%PDF-1.%d\n%%\xB5\xED\xAE\xFB\n",
                      has_unit(extras) ? 6 : 5); /* four bytes tell it from text */
    for (size_t i = 0; done && i < p.used; i++)
        if (p.order[i]->has_stream)
            done = hui_monitor_ask(extras->monitor) && add_stream(&p, out, p.order[i]);
    if (done)
        add_cross_references(&p, out, add_object_stream(&p, out));
    else
        out->size = start;
    hui_arena_free(p.arena);
    return done;
}
