/* The server. Each connection has a thread of its own, which may wait: for news, for a page, for a download. */
#include "preview/server.h"

#include "preview/answers.h"
#include "preview/files.h"
#include "preview/guard.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct preview_server {
    struct MHD_Daemon *four, *six; /* 127.0.0.1 and ::1; the machine may not have the second */
};

enum { CONNECTIONS_MOST = 128, IDLE = 30 /* seconds */ };

/* The first call for a request, which knows its headers. */
static enum MHD_Result begin(preview_state *state, struct MHD_Connection *connection, void **closure)
{
    preview_request *const request = calloc(1, sizeof *request);
    if (!request)
        abort();
    const char *const length = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length");
    *request = (preview_request){.state = state, .connection = connection};
    *closure = request;
    if (length && strtoull(length, NULL, 10) > PREVIEW_FILE_MOST)
        return preview_answer_line(connection, MHD_HTTP_CONTENT_TOO_LARGE, "A text may have 4 MiB.");
    return MHD_YES;
}

static void take(preview_request *request, const char *bytes, size_t size)
{
    request->is_too_large |= request->body.size + size > PREVIEW_FILE_MOST;
    if (!request->is_too_large)
        batch_bytes_add(&request->body, bytes, size);
}

static enum MHD_Result handle(void *closure, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *upload, size_t *upload_size, void **request)
{
    (void)version;
    preview_state *const state = closure;
    const char *why = NULL;
    const char *const path = preview_guard(state, connection, url, method, &why);
    if (!path)
        return preview_answer_line(connection, MHD_HTTP_FORBIDDEN, why);
    if (!*request)
        return begin(state, connection, request);
    if (*upload_size > 0) {
        take(*request, upload, *upload_size);
        *upload_size = 0;
        return MHD_YES;
    }
    return preview_answer(*request, method, path);
}

static void finish(void *closure, struct MHD_Connection *connection, void **request,
                   enum MHD_RequestTerminationCode code)
{
    (void)closure, (void)connection, (void)code;
    preview_request *const ended = *request;
    if (ended)
        batch_bytes_finish(&ended->body);
    free(ended);
    *request = NULL;
}

static struct MHD_Daemon *listen_at(preview_state *state, unsigned flags, const struct sockaddr *address)
{
    return MHD_start_daemon(flags | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL, 0,
                            NULL, NULL, handle, state, MHD_OPTION_SOCK_ADDR, address, MHD_OPTION_NOTIFY_COMPLETED,
                            finish, NULL, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MOST,
                            MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE, MHD_OPTION_END);
}

preview_server *preview_server_start(preview_state *state)
{
    struct sockaddr_in four = {.sin_family = AF_INET, .sin_port = htons((uint16_t)state->port)};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_addr = in6addr_loopback};
    four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    preview_server *const server = calloc(1, sizeof *server);
    if (!server)
        abort();
    server->four = listen_at(state, 0, (const struct sockaddr *)&four);
    if (!server->four) {
        free(server);
        return NULL;
    }
    const union MHD_DaemonInfo *const info = MHD_get_daemon_info(server->four, MHD_DAEMON_INFO_BIND_PORT);
    if (info)
        state->port = info->port;
    six.sin6_port = htons((uint16_t)state->port);
    server->six = listen_at(state, MHD_USE_IPv6, (const struct sockaddr *)&six);
    return server;
}

void preview_server_stop(preview_server *server)
{
    if (server->six)
        MHD_stop_daemon(server->six);
    MHD_stop_daemon(server->four);
    free(server);
}
