/* Who may ask. Three things are asked of each request: that it names the server as loopback (a page elsewhere whose name was
 * made to lead here says its own: DNS rebinding), that it comes from none but our own pages (Origin, and Fetch Metadata
 * Request Headers), and that its path begins with the secret that only the page's address tells. */
#include "preview/guard.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>

static const char *header(struct MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static bool is_own_host(const preview_state *state, const char *host)
{
    static const char *const names[] = {"127.0.0.1", "localhost", "[::1]"};
    const int port = state->port;
    char own[32];
    for (size_t i = 0; host && i < sizeof names / sizeof *names; i++) {
        snprintf(own, sizeof own, "%s:%d", names[i], port);
        if (strcasecmp(host, own) == 0 || (port == 80 && strcasecmp(host, names[i]) == 0))
            return true;
    }
    return false;
}

static bool is_own_origin(const char *origin, const char *host)
{
    return strncmp(origin, "http://", 7) == 0 && strcasecmp(origin + 7, host) == 0;
}

static bool is_token(const preview_state *state, const char *text)
{
    unsigned difference = 0; /* found in the same time wherever it is */
    if (strlen(text) < sizeof state->token - 1)
        return false;
    for (size_t i = 0; i < sizeof state->token - 1; i++)
        difference |= (unsigned)(text[i] ^ state->token[i]);
    return difference == 0;
}

const char *preview_guard(const preview_state *state, struct MHD_Connection *connection, const char *url,
                          const char *method, const char **why)
{
    const char *const host = header(connection, "Host"), *const origin = header(connection, "Origin");
    const char *const site = header(connection, "Sec-Fetch-Site");
    const bool is_reading = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
    if (!is_own_host(state, host))
        *why = "This server answers to its own names only.";
    else if ((origin && !is_own_origin(origin, host)) || (!is_reading && !origin))
        *why = "Only this server's own pages may ask.";
    else if (site && strcmp(site, "same-origin") != 0 && !(is_reading && strcmp(site, "none") == 0))
        *why = "Other sites may not ask.";
    else if (url[0] != '/' || !is_token(state, url + 1) || url[sizeof state->token] != '/')
        *why = "Open the address that “huibao preview” has printed.";
    else
        return url + sizeof state->token + 1;
    return NULL;
}

bool preview_token_make(char token[33])
{
    unsigned char bytes[16];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return false;
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(token + 2 * i, 3, "%02x", bytes[i]);
    return true;
}
