/* Layered directed graphs by Graphviz's dot: E. Gansner, E. Koutsofios, S. North, K.-P. Vo, "A technique for drawing directed graphs", IEEE
 * Transactions on Software Engineering 19 (1993) 214-230. The library is opened when a graph is to be drawn, so that nothing else waits
 * for it to load. */
#include "structure/layered.h"

#ifdef HUI_HAS_GRAPHVIZ

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static const double points_per_inch = 72;

/* What is used of libgvc and, through it, of libcgraph. */
typedef struct graphviz {
    GVC_t *(*context)(void);
    int (*layout)(GVC_t *, graph_t *, const char *);
    int (*free_layout)(GVC_t *, graph_t *);
    Agraph_t *(*open)(char *, Agdesc_t, Agdisc_t *);
    int (*close)(Agraph_t *);
    Agnode_t *(*node)(Agraph_t *, char *, int);
    Agedge_t *(*edge)(Agraph_t *, Agnode_t *, Agnode_t *, char *, int);
    int (*set)(void *, char *, char *, char *);
    char *(*html)(Agraph_t *, char *);
    agerrlevel_t (*set_level)(agerrlevel_t);
    const Agdesc_t *directed;
} graphviz;

static const struct {
    const char *name;
    size_t offset;
} symbols[] = {
    {"gvContext", offsetof(graphviz, context)},
    {"gvLayout", offsetof(graphviz, layout)},
    {"gvFreeLayout", offsetof(graphviz, free_layout)},
    {"agopen", offsetof(graphviz, open)},
    {"agclose", offsetof(graphviz, close)},
    {"agnode", offsetof(graphviz, node)},
    {"agedge", offsetof(graphviz, edge)},
    {"agsafeset", offsetof(graphviz, set)},
    {"agstrdup_html", offsetof(graphviz, html)},
    {"agseterr", offsetof(graphviz, set_level)},
    {"Agdirected", offsetof(graphviz, directed)},
};

/* It stays open: what it registers while it loads cannot be taken back. */
static bool load(graphviz *g)
{
    void *file = dlopen(HUI_GRAPHVIZ_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        void *symbol = file ? dlsym(file, symbols[i].name) : NULL;
        if (!symbol)
            return false;
        memcpy((char *)g + symbols[i].offset, &symbol, sizeof symbol);
    }
    return true;
}

static void set_text(const graphviz *g, void *object, const char *name, const char *value)
{
    g->set(object, (char *)name, (char *)value, (char *)"");
}

static void set_number(const graphviz *g, void *object, const char *name, double value)
{
    char text[32];
    snprintf(text, sizeof text, "%.4f", value);
    set_text(g, object, name, text);
}

static void set_graph(const graphviz *g, Agraph_t *graph, bool sidewards)
{
    static const double node_gap = 28, rank_gap = 44;
    set_text(g, graph, "rankdir", sidewards ? "LR" : "TB");
    set_number(g, graph, "nodesep", node_gap / points_per_inch);
    set_number(g, graph, "ranksep", rank_gap / points_per_inch);
}

static Agnode_t *add_node(const graphviz *g, Agraph_t *graph, const hui_layered_node *node, size_t number)
{
    char name[32];
    snprintf(name, sizeof name, "%zu", number);
    Agnode_t *new = g->node(graph, name, 1);
    set_text(g, new, "shape", "box");
    set_text(g, new, "label", "");
    set_text(g, new, "fixedsize", "true");
    set_number(g, new, "width", node->width / points_per_inch);
    set_number(g, new, "height", node->height / points_per_inch);
    return new;
}

/* The label is an empty table of its size: words are ours. */
static Agedge_t *add_edge(const graphviz *g, Agraph_t *graph, Agnode_t *const *nodes, const hui_layered_edge *edge,
                          size_t number)
{
    char text[160];
    snprintf(text, sizeof text, "%zu", number);
    Agedge_t *new = g->edge(graph, nodes[edge->from], nodes[edge->to], text, 1);
    if (edge->label_width > 0) {
        snprintf(text, sizeof text,
                 "<TABLE BORDER=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"%.0f\" HEIGHT=\"%.0f\"><TR><TD></TD></TR></TABLE>",
                 edge->label_width, edge->label_height);
        g->set(new, (char *)"label", g->html(graph, text), (char *)"");
    }
    return new;
}

/* Graphviz's y grows upwards. */
static hui_point from_below(pointf p, double height)
{
    return (hui_point){p.x, height - p.y};
}

static void read_edge(hui_arena *arena, Agedge_t *from, hui_layered_edge *edge, double height)
{
    if (ED_label(from))
        edge->label = from_below(ED_label(from)->pos, height);
    const splines *all = ED_spl(from);
    if (!all || all->size < 1)
        return;
    const bezier *curve = &all->list[0];
    edge->count = (size_t)curve->size;
    edge->points = HUI_NEW_ARRAY(arena, hui_point, edge->count);
    for (size_t i = 0; i < edge->count; i++)
        edge->points[i] = from_below(curve->list[i], height);
    edge->tip = curve->eflag ? from_below(curve->ep, height) : edge->points[edge->count - 1];
}

static void read_back(hui_arena *arena, Agraph_t *from, Agnode_t *const *nodes, Agedge_t *const *edges,
                      hui_layered *graph)
{
    graph->width = GD_bb(from).UR.x;
    graph->height = GD_bb(from).UR.y;
    for (size_t i = 0; i < graph->count; i++)
        graph->nodes[i].middle = from_below(ND_coord(nodes[i]), graph->height);
    for (size_t e = 0; e < graph->edge_count; e++)
        read_edge(arena, edges[e], &graph->edges[e], graph->height);
}

static const char *run(const graphviz *g, GVC_t *context, hui_arena *arena, hui_layered *graph)
{
    g->set_level(AGMAX); /* it prints nothing */
    Agraph_t *new = g->open((char *)"graph", *g->directed, NULL);
    Agnode_t **nodes = HUI_NEW_ARRAY(arena, Agnode_t *, graph->count);
    Agedge_t **edges = HUI_NEW_ARRAY(arena, Agedge_t *, graph->edge_count);
    set_graph(g, new, graph->sidewards);
    for (size_t i = 0; i < graph->count; i++)
        nodes[i] = add_node(g, new, &graph->nodes[i], i);
    for (size_t e = 0; e < graph->edge_count; e++)
        edges[e] = add_edge(g, new, nodes, &graph->edges[e], e);
    const bool done = g->layout(context, new, "dot") == 0;
    if (done) {
        read_back(arena, new, nodes, edges, graph);
        g->free_layout(context, new);
    }
    g->close(new);
    return done ? NULL : "Graphviz cannot lay this graph out; is its dot plugin installed?";
}

/* Graphviz keeps state of its own that two threads must not use at once, and forgets some memory of each context: all documents
 * share one lock and one context, which it keeps as long as the process lives. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static GVC_t *shared_context;

const char *hui_layered_find(hui_arena *arena, hui_layered *graph)
{
    graphviz g;
    const char *fault = "install Graphviz: its library " HUI_GRAPHVIZ_LIBRARY " cannot be loaded";
    pthread_mutex_lock(&lock);
    if (load(&g)) {
        if (!shared_context)
            shared_context = g.context();
        fault = run(&g, shared_context, arena, graph);
    }
    pthread_mutex_unlock(&lock);
    return fault;
}

#else

const char *hui_layered_find(hui_arena *arena, hui_layered *graph)
{
    (void)arena, (void)graph;
    return "build huibao with Graphviz's headers (libgraphviz-dev): this one was built without";
}

#endif
