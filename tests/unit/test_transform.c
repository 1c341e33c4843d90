/* links: base json data transform */
/* Steps of the transform array: what each kind makes of a few rows, as Vega does, and what is wrong with steps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transform_case.h"

static const transform_case cases[] = {
    {"calculate adds a column", "[{'a':1,'b':'x'},{'a':2},{'a':null}]", "[{'calculate':'datum.a * 2 + 1','as':'c'}]",
     "{a:1,b:'x',c:3} {a:2,c:5} {a:null,c:1}"},
    {"calculate replaces one and reads the old", "[{'a':1},{'a':2}]",
     "[{'calculate':'datum.a + 1','as':'a'},{'calculate':'datum.a * 10','as':'b'}]", "{a:2,b:20} {a:3,b:30}"},
    {"fold has default names", "[{'c':'x','a':1,'b':2},{'c':'y','a':3}]", "[{'fold':['a','b']}]",
     "{a:1,b:2,c:'x',key:'a',value:1} {a:1,b:2,c:'x',key:'b',value:2} {a:3,c:'y',key:'a',value:3} {a:3,c:'y',key:'b'}"},
    {"fold into given names, one of them a field folded", "[{'a':1,'b':2}]", "[{'fold':['a','b'],'as':['k','a']}]",
     "{a:1,b:2,k:'a'} {a:2,b:2,k:'b'}"},
    {"fold of a nested field", "[{'a':{'b':7},'c.d':8}]", "[{'fold':['a.b','c\\\\.d'],'as':['k']}]",
     "{a:{b:7},c.d:8,k:'a.b',value:7} {a:{b:7},c.d:8,k:'c.d',value:8}"},
    {"flatten pads the shorter", "[{'k':'x','a':[1,2,3],'b':['p','q']},{'k':'y','a':[4],'b':['r','s']}]",
     "[{'flatten':['a','b']}]",
     "{a:1,b:'p',k:'x'} {a:2,b:'q',k:'x'} {a:3,b:null,k:'x'} {a:4,b:'r',k:'y'} {a:null,b:'s',k:'y'}"},
    {"flatten into given names", "[{'a':[1,null],'b':[5]},{'a':[],'b':[]}]", "[{'flatten':['a','b'],'as':['c']}]",
     "{a:[1,null],b:5,c:1} {a:[1,null],b:null,c:null}"},
    {"pivot sums", "[{'g':'x','k':'b','v':1},{'g':'x','k':'a','v':2},{'g':'y','k':'b','v':3},{'g':'y','k':'b','v':4}]",
     "[{'pivot':'k','value':'v','groupby':['g']}]", "{a:2,b:1,g:'x'} {b:7,g:'y'}"},
    {"pivot of one group, limited, with another measure", "[{'k':3,'v':1},{'k':1,'v':2},{'k':2,'v':9},{'k':1,'v':6}]",
     "[{'pivot':'k','value':'v','limit':2,'op':'mean'}]", "{1:4,2:9}"},
    {"pivot counts", "[{'g':'x','k':'b','v':1},{'g':'y','k':'a','v':null},{'g':'y','k':'a','v':4}]",
     "[{'pivot':'k','value':'v','groupby':['g'],'op':'count'}]", "{a:0,b:1,g:'x'} {a:2,b:0,g:'y'}"},
    {"aggregate with names of its own", "[{'g':'x','v':1},{'g':'y','v':5},{'g':'x','v':3}]",
     "[{'aggregate':[{'op':'sum','field':'v'},{'op':'count'},{'op':'mean','field':'v','as':'m'}],'groupby':['g']}]",
     "{count:2,g:'x',m:2,sum_v:4} {count:1,g:'y',m:5,sum_v:5}"},
    {"aggregate without groups", "[{'v':1},{'v':5},{'v':null},{'v':'x'}]",
     "[{'aggregate':[{'op':'valid','field':'v','as':'n'},{'op':'missing','field':'v','as':'m'},{'op':'count','as':'c'}]"
     "}]",
     "{c:4,m:1,n:3}"},
    {"joinaggregate", "[{'g':'x','v':1},{'g':'y','v':5},{'g':'x','v':3}]",
     "[{'joinaggregate':[{'op':'sum','field':'v','as':'s'},{'op':'count','as':'c'}],'groupby':['g']}]",
     "{c:2,g:'x',s:4,v:1} {c:1,g:'y',s:5,v:5} {c:2,g:'x',s:4,v:3}"},
    {"stack names its ends", "[{'g':'x','v':1},{'g':'x','v':3},{'g':'y','v':2}]",
     "[{'stack':'v','groupby':['g'],'as':'p'}]",
     "{g:'x',p:0,p_end:1,v:1} {g:'x',p:1,p_end:4,v:3} {g:'y',p:0,p_end:2,v:2}"},
    {"stack normalized and sorted", "[{'g':'x','v':1,'o':2},{'g':'x','v':3,'o':1}]",
     "[{'stack':'v','groupby':['g'],'as':['p','q'],'offset':'normalize','sort':[{'field':'o','order':'ascending'}]}]",
     "{g:'x',o:2,p:0.75,q:1,v:1} {g:'x',o:1,p:0,q:0.75,v:3}"},
    {"stack centered", "[{'g':'x','v':1},{'g':'x','v':3},{'g':'y','v':2}]",
     "[{'stack':'v','groupby':['g'],'as':['p','q'],'offset':'center','sort':[{'field':'v','order':'descending'}]}]",
     "{g:'x',p:3,q:4,v:1} {g:'x',p:0,q:3,v:3} {g:'y',p:1,q:3,v:2}"},
    {"bin with one name", "[{'a':1},{'a':11},{'a':null}]", "[{'bin':true,'field':'a','as':'b'}]",
     "{a:1,b:1,b_end:2} {a:11,b:10,b_end:11} {a:null,b:null,b_end:null}"},
    {"bin with two names and a step", "[{'a':1},{'a':11}]", "[{'bin':{'step':5},'field':'a','as':['b','c']}]",
     "{a:1,b:0,c:5} {a:11,b:10,c:15}"},
    {"time unit of texts", "[{'d':'2020-03-15'},{'d':'2021-12-31T23:00:00'},{'d':null}]",
     "[{'timeUnit':'yearmonth','field':'d','as':'m'}]",
     "{d:@1584230400000,m:@1583020800000,m_end:@1585699200000} "
     "{d:@1640991600000,m:@1638316800000,m_end:@1640995200000} {d:null,m:null,m_end:null}"},
    {"time unit with a step", "[{'d':'2020-03-15T10:17:00'}]",
     "[{'timeUnit':{'unit':'hoursminutes','step':10},'field':'d','as':'m'}]",
     "{d:@1584267420000,m:@1325412600000,m_end:@1325413200000}"},
    {"impute with a value", "[{'x':1,'c':'a','y':5},{'x':2,'c':'a','y':6},{'x':1,'c':'b','y':7}]",
     "[{'impute':'y','key':'x','groupby':['c'],'value':-1}]",
     "{c:'a',x:1,y:5} {c:'a',x:2,y:6} {c:'b',x:1,y:7} {c:'b',x:2,y:-1}"},
    {"impute with a mean, nulls of the data too",
     "[{'x':1,'c':'a','y':5},{'x':2,'c':'a','y':null},{'x':3,'c':'a','y':9},{'x':1,'c':'b','y':7}]",
     "[{'impute':'y','key':'x','groupby':['c'],'method':'mean'}]",
     "{c:'a',x:1,y:5} {c:'a',x:2,y:7} {c:'a',x:3,y:9} {c:'b',x:1,y:7} {c:'b',x:2,y:7} {c:'b',x:3,y:7}"},
    {"impute keys of a sequence", "[{'x':1,'y':5},{'x':3,'y':9}]",
     "[{'impute':'y','key':'x','keyvals':{'start':0,'stop':6,'step':2},'value':0}]",
     "{x:1,y:5} {x:3,y:9} {x:0,y:0} {x:2,y:0} {x:4,y:0}"},
    {"impute listed keys, in a frame", "[{'x':1,'y':5},{'x':2,'y':9},{'x':3,'y':1}]",
     "[{'impute':'y','key':'x','keyvals':[4,5],'method':'max','frame':[-1,0]}]",
     "{x:1,y:5} {x:2,y:9} {x:3,y:1} {x:4,y:1} {x:5}"},
    {"lookup of fields", "[{'k':1},{'k':2},{'k':'1'},{'k':null}]",
     "[{'lookup':'k','from':{'data':{'values':[{'id':1,'n':'one','m':10},{'id':'2','n':'two'}]},'key':'id','fields':['"
     "n','m']}}]",
     "{k:1,m:10,n:'one'} {k:2,n:'two'} {k:'1',m:10,n:'one'} {k:null,m:null,n:null}"},
    {"lookup renames and has a default", "[{'k':'a'},{'k':'c'}]",
     "[{'lookup':'k','from':{'data':{'values':[{'id':'a','n':5},{'id':'a','n':6}]},'key':'id','fields':['n']},'as':['v'"
     "],'default':'none'}]",
     "{k:'a',v:6} {k:'c',v:'none'}"},
    {"lookup of whole rows", "[{'k':'a'},{'k':'c'}]",
     "[{'lookup':'k','from':{'data':{'values':[{'id':'a','n':5}]},'key':'id'},'as':'row','default':0},{'calculate':'"
     "datum.row ? datum.row.n : -1','as':'n'}]",
     "{k:'a',n:5,row:{id:'a',n:5}} {k:'c',n:-1,row:null}"},
    {"extent becomes a parameter", "[{'a':4},{'a':null},{'a':-2},{'a':'7'}]",
     "[{'extent':'a','param':'e'},{'calculate':'e[1] - e[0]','as':'span'}]",
     "{a:4,span:9} {a:null,span:9} {a:-2,span:9} {a:'7',span:9}"},
    {"sample takes all of few", "[{'a':1},{'a':2}]", "[{'sample':5}]", "{a:1} {a:2}"},
    {"quantile with a step", "[{'a':1},{'a':2},{'a':3},{'a':10},{'a':null}]", "[{'quantile':'a','step':0.25}]",
     "{prob:0.125,value:1.375} {prob:0.375,value:2.125} {prob:0.625,value:2.875} {prob:0.875,value:7.375}"},
    {"quantile of groups at probabilities",
     "[{'g':'x','a':1},{'g':'x','a':3},{'g':'y','a':5},{'g':'y','a':6},{'g':'y','a':8}]",
     "[{'quantile':'a','groupby':['g'],'probs':[0.1,0.5,1],'as':['p','q']}]",
     "{g:'x',p:0.1,q:1.2} {g:'x',p:0.5,q:2} {g:'x',p:1,q:3} {g:'y',p:0.1,q:5.2} {g:'y',p:0.5,q:6} {g:'y',p:1,q:8}"},
};

static void test_cases(void **state)
{
    (void)state;
    check_cases(cases, sizeof cases / sizeof *cases);
}

static void test_faults(void **state)
{
    (void)state;
    static const fault_case rows[] = {
        {"5", "wrong-type", "", NULL},
        {"{}", "missing-field", "", NULL},
        {"{'agregate':[]}", "unknown-key", "/agregate", "did you mean `aggregate`?"},
        {"{'calculate':'1'}", "missing-field", "", NULL},
        {"{'calculate':1,'as':'a'}", "wrong-type", "/calculate", NULL},
        {"{'calculate':'1 +','as':'a'}", "bad-expression", "/calculate", NULL},
        {"{'filter':7}", "wrong-type", "/filter", NULL},
        {"{'filter':null}", "missing-field", "", NULL},
        {"{'aggregate':[{'op':'men','field':'a'}]}", "unknown-value", "/aggregate/0/op", "did you mean `mean`?"},
        {"{'aggregate':[{'op':'mean'}]}", "missing-field", "/aggregate/0", NULL},
        {"{'aggregate':[{'field':'a'}]}", "missing-field", "/aggregate/0", NULL},
        {"{'aggregate':[5]}", "wrong-type", "/aggregate/0", NULL},
        {"{'aggregate':[],'groupby':[1]}", "wrong-type", "/groupby/0", "put it in quotes: \"1\""},
        {"{'stack':'a','groupby':['b'],'as':'c','offset':'middle'}", "unknown-value", "/offset",
         "there is `zero`, `normalize`, `center`"},
        {"{'stack':'a','groupby':['b'],'as':'c','sort':[{'field':'a','order':'up'}]}", "unknown-value", "/sort/0/order",
         NULL},
        {"{'bin':'yes','field':'a','as':'b'}", "wrong-type", "/bin", NULL},
        {"{'bin':true,'field':'a'}", "missing-field", "", NULL},
        {"{'timeUnit':'yearmont','field':'a','as':'b'}", "unknown-value", "/timeUnit", "did you mean `yearmonth`?"},
        {"{'timeUnit':{'step':2},'field':'a','as':'b'}", "missing-field", "/timeUnit", NULL},
        {"{'timeUnit':{'unit':'year','step':0},'field':'a','as':'b'}", "out-of-range", "/timeUnit/step", NULL},
        {"{'fold':5}", "wrong-type", "/fold", NULL},
        {"{'fold':['a'],'as':'k'}", "wrong-type", "/as", NULL},
        {"{'flatten':null}", "missing-field", "", NULL},
        {"{'pivot':'a'}", "missing-field", "", NULL},
        {"{'pivot':'a','value':'b','op':'total'}", "unknown-value", "/op", NULL},
        {"{'sample':-1}", "out-of-range", "/sample", NULL},
        {"{'sample':'all'}", "wrong-type", "/sample", NULL},
        {"{'impute':'a','key':'b','method':'mode'}", "unknown-value", "/method", NULL},
        {"{'impute':'a','key':'b','keyvals':3}", "wrong-type", "/keyvals", NULL},
        {"{'impute':'a','key':'b','keyvals':{'start':1}}", "missing-field", "/keyvals", NULL},
        {"{'impute':'a','key':'b','keyvals':{'stop':1e300}}", "out-of-range", "/keyvals", NULL},
        {"{'impute':'a','key':'b','frame':[1]}", "out-of-range", "/frame", NULL},
        {"{'lookup':'a'}", "missing-field", "", NULL},
        {"{'lookup':'a','from':{'key':'b'}}", "missing-field", "/from", NULL},
        {"{'lookup':'a','from':{'data':'d','key':'b'}}", "wrong-type", "/from/data", NULL},
        {"{'lookup':'a','from':{'param':'p','key':'b'}}", "unsupported", "/from/param", NULL},
        {"{'lookup':'a','from':{'data':{},'key':'b','fields':['c']},'as':['d','e']}", "out-of-range", "/as", NULL},
        {"{'extent':'a'}", "missing-field", "", NULL},
        {"{'quantile':'a','probs':['half']}", "wrong-type", "/probs/0", NULL},
        {"{'density':'a','steps':1e9}", "out-of-range", "/steps", NULL},
        {"{'density':'a','resolve':'share'}", "unknown-value", "/resolve", "did you mean `shared`?"},
        {"{'regression':'a'}", "missing-field", "", NULL},
        {"{'regression':'a','on':'b','method':'logistic'}", "unknown-value", "/method", NULL},
        {"{'regression':'a','on':'b','method':'poly','order':99}", "out-of-range", "/order", NULL},
        {"{'loess':'a','on':'b','bandwidth':30}", "out-of-range", "/bandwidth", NULL},
        {"{'window':[{'op':'ranc'}]}", "unknown-value", "/window/0/op", "did you mean `rank`?"},
        {"{'window':[{'op':'ntile'}]}", "missing-field", "/window/0", NULL},
        {"{'window':[{'op':'nth_value','field':'a','param':0}]}", "out-of-range", "/window/0/param", NULL},
        {"{'window':[{'op':'lag'}]}", "missing-field", "/window/0", NULL},
        {"{'window':[{'op':'sum'}]}", "missing-field", "/window/0", NULL},
        {"{'window':[{'op':'rank'}],'frame':['a',0]}", "wrong-type", "/frame/0", NULL},
    };
    check_faults(rows, sizeof rows / sizeof *rows);
}

static const char many_rows[] = "[{'a':1,'g':'x'},{'a':2,'g':'y'},{'a':3,'g':'x'},{'a':4,'g':'y'}]";

/* Grouping steps group by the fields of facets, too. */
static void test_facets(void **state)
{
    (void)state;
    static const char *const facets[] = {"g"};
    static const transform_case rows[] = {
        {"aggregate", many_rows, "[{'aggregate':[{'op':'sum','field':'a','as':'s'}]}]", "{g:'x',s:4} {g:'y',s:6}"},
        {"aggregate by the facet itself", many_rows,
         "[{'aggregate':[{'op':'sum','field':'a','as':'s'}],'groupby':['g']}]", "{g:'x',s:4} {g:'y',s:6}"},
        {"joinaggregate", many_rows, "[{'joinaggregate':[{'op':'max','field':'a','as':'m'}]}]",
         "{a:1,g:'x',m:3} {a:2,g:'y',m:4} {a:3,g:'x',m:3} {a:4,g:'y',m:4}"},
        {"window", many_rows, "[{'window':[{'op':'row_number','as':'n'}]}]",
         "{a:1,g:'x',n:1} {a:2,g:'y',n:1} {a:3,g:'x',n:2} {a:4,g:'y',n:2}"},
        {"stack", many_rows, "[{'stack':'a','groupby':[],'as':['p','q']}]",
         "{a:1,g:'x',p:0,q:1} {a:2,g:'y',p:0,q:2} {a:3,g:'x',p:1,q:4} {a:4,g:'y',p:2,q:6}"},
        {"pivot", many_rows, "[{'pivot':'a','value':'a','limit':1}]", "{1:1,g:'x'} {g:'y'}"},
        {"quantile", many_rows, "[{'quantile':'a','probs':[0.5]}]",
         "{g:'x',prob:0.5,value:2} {g:'y',prob:0.5,value:3}"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hui_arena *arena = hui_arena_new();
        hui_transform_scope scope = case_scope(arena);
        scope.facets = facets;
        scope.facet_count = 1;
        const hui_table *table = case_apply(arena, &scope, rows[i].rows, rows[i].steps);
        assert_non_null(table);
        assert_string_equal(case_text(arena, table), rows[i].result);
        hui_arena_free(arena);
    }
}

/* A column of numbers from 0 on. */
static hui_table *count_up(hui_arena *arena, size_t rows)
{
    hui_table *table = hui_table_new(arena, rows);
    hui_value *column = hui_table_add(table, "a");
    for (size_t i = 0; i < rows; i++)
        column[i] = hui_value_number((double)i);
    return table;
}

static const hui_table *apply_one(hui_transform_scope *scope, const hui_table *table, const char *step)
{
    const hui_transform *transform =
        hui_transform_read(scope->arena, case_json(scope->arena, step, scope->diags), scope->diags);
    assert_non_null(transform);
    return hui_transform_apply(transform, scope, table);
}

static void test_sample(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_transform_scope scope = case_scope(arena);
    const hui_table *table = count_up(arena, 1000);
    const char *samples[2];
    for (size_t i = 0; i < 2; i++) {
        hui_rng random = hui_rng_seed(7);
        scope.random = &random;
        const hui_table *sample = apply_one(&scope, table, "{'sample':50}");
        assert_int_equal(sample->rows, 50);
        samples[i] = case_text(arena, sample);
        double sum = 0;
        bool seen[1000] = {false};
        for (size_t row = 0; row < 50; row++) {
            const size_t value = (size_t)hui_table_find(sample, "a")->at[row].number;
            assert_false(seen[value]);
            seen[value] = true;
            sum += (double)value;
        }
        assert_true(sum / 50 > 350 && sum / 50 < 650); /* from all over: the standard error is 41 */
    }
    assert_string_equal(samples[0], samples[1]);
    scope.random = NULL;
    assert_int_equal(apply_one(&scope, table, "{'sample':0}")->rows, 0);
    hui_arena_free(arena);
}

/* What would explode is a diagnostic. */
static void test_limits(void **state)
{
    (void)state;
    static const char *const steps[] = {
        "{'fold':['a','b','c','d','e','f','g','h','i','j','k','l','m','n','o','p','q','r','s','t','u','v']}",
        "{'impute':'b','key':'a','groupby':['a']}",
        "{'pivot':'a','value':'a','groupby':['a']}",
        "{'quantile':'a','step':1e-10}",
        "{'density':'a','steps':20000000}",
        "{'loess':'a','on':'a','bandwidth':1}",
        "{'window':[{'op':'values','field':'a'}]}",
        "{'window':[{'op':'ci0','field':'a'}]}",
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        hui_arena *arena = hui_arena_new();
        hui_transform_scope scope = case_scope(arena);
        assert_null(apply_one(&scope, count_up(arena, 1000000), steps[i]));
        assert_int_equal(scope.diags->count, 1);
        assert_string_equal(scope.diags->at[0].code, "too-many-rows");
        hui_arena_free(arena);
    }
}

/* Tables of no rows, and columns that are not there. */
static void test_nothing(void **state)
{
    (void)state;
    static const char *const steps[] = {
        "{'calculate':'datum.z','as':'b'}",
        "{'filter':{'field':'z','gt':1}}",
        "{'bin':true,'field':'z','as':'b'}",
        "{'timeUnit':'year','field':'z','as':'b'}",
        "{'aggregate':[{'op':'sum','field':'z'}],'groupby':['y']}",
        "{'joinaggregate':[{'op':'min','field':'z'}]}",
        "{'stack':'z','groupby':['y'],'as':'b'}",
        "{'fold':['z','y']}",
        "{'fold':[]}",
        "{'flatten':['z']}",
        "{'pivot':'z','value':'y'}",
        "{'sample':3}",
        "{'impute':'z','key':'y','method':'mean'}",
        "{'density':'z'}",
        "{'quantile':'z'}",
        "{'regression':'z','on':'y'}",
        "{'loess':'z','on':'y'}",
        "{'extent':'z','param':'p'}",
        "{'lookup':'z','from':{'data':{'values':[]},'key':'y','fields':['x']}}",
        "{'window':[{'op':'rank'},{'op':'sum','field':'z'},{'op':'lag','field':'z'}],'sort':[{'field':'y'}]}"};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        for (size_t rows = 0; rows < 3; rows++) {
            hui_arena *arena = hui_arena_new();
            hui_transform_scope scope = case_scope(arena);
            assert_non_null(apply_one(&scope, count_up(arena, rows), steps[i]));
            assert_int_equal(scope.diags->count, 0);
            hui_arena_free(arena);
        }
}

static void test_unknown_parameter(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_transform_scope scope = case_scope(arena);
    assert_null(apply_one(&scope, count_up(arena, 1), "{'calculate':'datum.a + speed','as':'b'}"));
    assert_null(apply_one(&scope, count_up(arena, 1), "{'filter':{'not':{'field':'a','gt':{'expr':'speed'}}}}"));
    assert_int_equal(scope.diags->count, 2);
    assert_string_equal(scope.diags->at[1].code, "bad-expression");
    assert_string_equal(scope.diags->at[1].pointer, "/filter/not/gt/expr");
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases),
                                       cmocka_unit_test(test_faults),
                                       cmocka_unit_test(test_facets),
                                       cmocka_unit_test(test_sample),
                                       cmocka_unit_test(test_limits),
                                       cmocka_unit_test(test_nothing),
                                       cmocka_unit_test(test_unknown_parameter)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
