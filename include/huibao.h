/* huibao (绘报): declarative JSON specs become infographic posters and charts. */
#ifndef HUIBAO_H
#define HUIBAO_H

#include <stdbool.h>
#include <stddef.h>

#if defined(_WIN32)
#define HUI_API
#else
#define HUI_API __attribute__((visibility("default")))
#endif

typedef enum hui_severity { HUI_SEVERITY_WARNING, HUI_SEVERITY_ERROR } hui_severity;

/* What is wrong, and where. Strings live as long as the document that reported it. */
typedef struct hui_diagnostic {
    hui_severity severity;
    const char *code;        /* stable, such as "unknown-key" */
    const char *file;        /* as named by the caller or the including spec */
    int line, column;        /* from 1; column counts characters; 0 where there is no place in a file */
    int length;              /* characters the caret underlines, at least 1 */
    const char *source_line; /* the text of that line, or NULL */
    const char *pointer;     /* JSON Pointer (RFC 6901) of the value, or "" */
    const char *message;
    const char *hint; /* what to do, or NULL */
} hui_diagnostic;

#endif
