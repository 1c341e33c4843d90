/* links: base json data transform */
/* Windows: ranks, neighbours and measures of frames, as Vega has them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transform_case.h"

static const transform_case cases[] = {
    {"ranks with peers", "[{'a':3},{'a':1},{'a':3},{'a':2},{'a':1}]",
     "[{'window':[{'op':'row_number','as':'n'},{'op':'rank','as':'r'},{'op':'dense_rank','as':'d'},{'op':'percent_rank'"
     ",'as':'p'},{'op':'cume_dist','as':'c'},{'op':'ntile','param':2,'as':'t'}],'sort':[{'field':'a'}]}]",
     "{a:3,c:1,d:3,n:4,p:0.75,r:4,t:2} {a:1,c:0.2,d:1,n:1,p:0,r:1,t:1} {a:3,c:1,d:3,n:5,p:0.75,r:4,t:2} "
     "{a:2,c:0.6,d:2,n:3,p:0.5,r:3,t:2} {a:1,c:0.4,d:1,n:2,p:0,r:1,t:1}"},
    {"ranks without an order", "[{'a':3},{'a':1},{'a':3}]",
     "[{'window':[{'op':'row_number'},{'op':'rank'},{'op':'dense_rank'},{'op':'percent_rank'},{'op':'cume_dist'},{'op':"
     "'ntile','param':3}]}]",
     "{a:3,cume_dist:0.333333333,dense_rank:1,ntile:1,percent_rank:0,rank:1,row_number:1} "
     "{a:1,cume_dist:0.666666667,dense_rank:2,ntile:2,percent_rank:0.5,rank:2,row_number:2} "
     "{a:3,cume_dist:1,dense_rank:3,ntile:3,percent_rank:1,rank:3,row_number:3}"},
    {"rank of one row", "[{'a':3}]", "[{'window':[{'op':'percent_rank'},{'op':'cume_dist'}],'sort':[{'field':'a'}]}]",
     "{a:3,cume_dist:1,percent_rank:NaN}"},
    {"running sum", "[{'a':1,'v':4},{'a':2,'v':null},{'a':3,'v':6},{'a':4,'v':''},{'a':5,'v':1}]",
     "[{'window':[{'op':'sum','field':'v','as':'s'},{'op':'count','as':'c'},{'op':'mean','field':'v','as':'m'},{'op':'"
     "valid','field':'v','as':'n'},{'op':'missing','field':'v','as':'z'}],'sort':[{'field':'a'}]}]",
     "{a:1,c:1,m:4,n:1,s:4,v:4,z:0} {a:2,c:2,m:4,n:1,s:4,v:null,z:1} {a:3,c:3,m:5,n:2,s:10,v:6,z:1} "
     "{a:4,c:4,m:5,n:2,s:10,v:'',z:2} {a:5,c:5,m:3.66666667,n:3,s:11,v:1,z:2}"},
    {"running sum in groups, descending",
     "[{'g':'x','a':1,'v':4},{'g':'y','a':2,'v':5},{'g':'x','a':3,'v':6},{'g':'y','a':4,'v':7}]",
     "[{'window':[{'op':'sum','field':'v','as':'s'}],'groupby':['g'],'sort':[{'field':'a','order':'descending'}]}]",
     "{a:1,g:'x',s:10,v:4} {a:2,g:'y',s:12,v:5} {a:3,g:'x',s:6,v:6} {a:4,g:'y',s:7,v:7}"},
    {"peers enter a frame together", "[{'a':1,'v':1},{'a':1,'v':2},{'a':2,'v':4},{'a':2,'v':8},{'a':3,'v':16}]",
     "[{'window':[{'op':'sum','field':'v','as':'s'},{'op':'first_value','field':'v','as':'f'},{'op':'last_value','"
     "field':'v','as':'l'}],'sort':[{'field':'a'}],'frame':[-1,0]}]",
     "{a:1,f:1,l:2,s:3,v:1} {a:1,f:1,l:2,s:3,v:2} {a:2,f:1,l:8,s:15,v:4} {a:2,f:4,l:8,s:12,v:8} "
     "{a:3,f:4,l:16,s:28,v:16}"},
    {"peers ignored", "[{'a':1,'v':1},{'a':1,'v':2},{'a':2,'v':4},{'a':2,'v':8},{'a':3,'v':16}]",
     "[{'window':[{'op':'sum','field':'v','as':'s'},{'op':'first_value','field':'v','as':'f'},{'op':'last_value','"
     "field':'v','as':'l'}],'sort':[{'field':'a'}],'frame':[-1,0],'ignorePeers':true}]",
     "{a:1,f:1,l:1,s:1,v:1} {a:1,f:1,l:2,s:3,v:2} {a:2,f:2,l:4,s:6,v:4} {a:2,f:4,l:8,s:12,v:8} "
     "{a:3,f:8,l:16,s:24,v:16}"},
    {"moving means", "[{'v':1},{'v':5},{'v':3},{'v':8},{'v':2},{'v':9}]",
     "[{'window':[{'op':'mean','field':'v','as':'m'},{'op':'stdev','field':'v','as':'s'},{'op':'variancep','field':'v',"
     "'as':'p'},{'op':'product','field':'v','as':'x'}],'frame':[-1,1]}]",
     "{m:3,p:4,s:2.82842712,v:1,x:5} {m:3,p:2.66666667,s:2,v:5,x:15} "
     "{m:5.33333333,p:4.22222222,s:2.51661148,v:3,x:120} {m:4.33333333,p:6.88888889,s:3.21455025,v:8,x:48} "
     "{m:6.33333333,p:9.55555556,s:3.7859389,v:2,x:144} {m:5.5,p:12.25,s:4.94974747,v:9,x:18}"},
    {"moving extremes and quartiles", "[{'v':1},{'v':5},{'v':3},{'v':8},{'v':2},{'v':9},{'v':null},{'v':4}]",
     "[{'window':[{'op':'min','field':'v','as':'a'},{'op':'max','field':'v','as':'b'},{'op':'median','field':'v','as':'"
     "m'},{'op':'q1','field':'v','as':'q'},{'op':'q3','field':'v','as':'r'},{'op':'distinct','field':'v','as':'d'}],'"
     "frame':[-2,1]}]",
     "{a:1,b:5,d:2,m:3,q:2,r:4,v:1} {a:1,b:5,d:3,m:3,q:2,r:4,v:5} {a:1,b:8,d:4,m:4,q:2.5,r:5.75,v:3} "
     "{a:2,b:8,d:4,m:4,q:2.75,r:5.75,v:8} {a:2,b:9,d:4,m:5.5,q:2.75,r:8.25,v:2} {a:2,b:9,d:4,m:8,q:5,r:8.5,v:9} "
     "{a:2,b:9,d:4,m:4,q:3,r:6.5,v:null} {a:4,b:9,d:3,m:6.5,q:5.25,r:7.75,v:4}"},
    {"frames ahead and behind", "[{'v':1},{'v':2},{'v':4},{'v':8}]",
     "[{'window':[{'op':'sum','field':'v','as':'a'},{'op':'count','as':'c'}],'frame':[1,2]},{'window':[{'op':'sum','"
     "field':'v','as':'b'},{'op':'max','field':'v','as':'m'}],'frame':[-2,-1]}]",
     "{a:6,c:2,v:1} {a:12,b:1,c:2,m:1,v:2} {a:8,b:3,c:1,m:2,v:4} {b:6,c:0,m:4,v:8}"},
    {"from here to the end", "[{'v':1},{'v':2},{'v':4},{'v':8}]",
     "[{'window':[{'op':'sum','field':'v','as':'a'},{'op':'nth_value','field':'v','param':2,'as':'n'}],'frame':[0,null]"
     "}]",
     "{a:15,n:2,v:1} {a:14,n:4,v:2} {a:12,n:8,v:4} {a:8,n:null,v:8}"},
    {"whole groups", "[{'g':1,'v':1},{'g':2,'v':2},{'g':1,'v':4}]",
     "[{'window':[{'op':'sum','field':'v','as':'a'},{'op':'average','field':'v'}],'frame':[null,null],'groupby':['g']}"
     "]",
     "{a:5,average_v:2.5,g:1,v:1} {a:2,average_v:2,g:2,v:2} {a:5,average_v:2.5,g:1,v:4}"},
    {"whole groups with a rank", "[{'v':1},{'v':2},{'v':4}]",
     "[{'window':[{'op':'sum','field':'v','as':'a'},{'op':'row_number','as':'n'},{'op':'last_value','field':'v','as':'"
     "l'}],'frame':[null,null]}]",
     "{a:7,l:4,n:1,v:1} {a:7,l:4,n:2,v:2} {a:7,l:4,n:3,v:4}"},
    {"neighbours", "[{'v':1},{'v':2},{'v':4}]",
     "[{'window':[{'op':'lag','field':'v'},{'op':'lead','field':'v'},{'op':'lag','field':'v','param':2,'as':'l2'},{'op'"
     ":'lead','field':'v','param':2,'as':'r2'}]}]",
     "{l2:null,lag_v:null,lead_v:2,r2:4,v:1} {l2:null,lag_v:1,lead_v:4,r2:null,v:2} "
     "{l2:1,lag_v:2,lead_v:null,r2:null,v:4}"},
    {"last value that is there", "[{'v':null},{'v':2},{'v':null},{'v':4},{'v':null}]",
     "[{'window':[{'op':'prev_value','field':'v','as':'p'},{'op':'next_value','field':'v','as':'n'}]}]",
     "{n:2,p:null,v:null} {n:2,p:2,v:2} {n:4,p:2,v:null} {n:4,p:4,v:4} {n:null,p:4,v:null}"},
    {"argmin of a frame", "[{'k':'a','v':3},{'k':'b','v':1},{'k':'c','v':1},{'k':'d','v':2}]",
     "[{'window':[{'op':'argmin','field':'v','as':'m'}],'frame':[-1,0]},{'calculate':'datum.m.k','as':'m'}]",
     "{k:'a',m:'a',v:3} {k:'b',m:'b',v:1} {k:'c',m:'b',v:1} {k:'d',m:'c',v:2}"},
    {"values of a frame", "[{'v':3},{'v':1},{'v':2}]",
     "[{'window':[{'op':'values','field':'v','as':'m'}],'frame':[-1,0]},{'calculate':'length(datum.m)','as':'m'}]",
     "{m:1,v:3} {m:2,v:1} {m:2,v:2}"},
    {"texts in a frame", "[{'v':'b'},{'v':'a'},{'v':'10'}]",
     "[{'window':[{'op':'min','field':'v','as':'a'},{'op':'max','field':'v','as':'b'},{'op':'sum','field':'v','as':'s'}"
     "]}]",
     "{a:'b',b:'b',s:NaN,v:'b'} {a:'a',b:'b',s:NaN,v:'a'} {a:'10',b:'b',s:NaN,v:'10'}"},
    {"two sort fields", "[{'a':1,'b':2},{'a':1,'b':1},{'a':0,'b':9},{'a':1,'b':2}]",
     "[{'window':[{'op':'rank','as':'r'},{'op':'count','as':'c'}],'sort':[{'field':'a','order':'descending'},{'field':'"
     "b','order':'ascending'}]}]",
     "{a:1,b:2,c:3,r:2} {a:1,b:1,c:1,r:1} {a:0,b:9,c:4,r:4} {a:1,b:2,c:3,r:2}"},
};

static void test_cases(void **state)
{
    (void)state;
    check_cases(cases, sizeof cases / sizeof *cases);
}

/* Measures of sliding frames cost the same however long the frames are: this would take minutes otherwise. */
static void test_many_rows(void **state)
{
    (void)state;
    enum { ROWS = 200000 };
    hui_arena *arena = hui_arena_new();
    hui_transform_scope scope = case_scope(arena);
    hui_table *table = hui_table_new(arena, ROWS);
    hui_value *column = hui_table_add(table, "a");
    for (size_t i = 0; i < ROWS; i++)
        column[i] = hui_value_number((double)(i * 7919 % ROWS));
    const char *step = "{'window':[{'op':'sum','field':'a'},{'op':'median','field':'a'},{'op':'max','field':'a'},"
                       "{'op':'distinct','field':'a'}],'frame':[-100000,100000],'sort':[{'field':'a'}]}";
    const hui_transform *transform = hui_transform_read(arena, case_json(arena, step, scope.diags), scope.diags);
    const hui_table *result = hui_transform_apply(transform, &scope, table);
    assert_non_null(result);
    size_t first = 0;
    while (column[first].number != 0)
        first++;
    assert_float_equal(hui_table_find(result, "sum_a")->at[first].number, 100000.0 * 100001 / 2, 0);
    assert_float_equal(hui_table_find(result, "median_a")->at[first].number, 50000, 0);
    assert_float_equal(hui_table_find(result, "max_a")->at[first].number, 100000, 0);
    assert_float_equal(hui_table_find(result, "distinct_a")->at[first].number, 100001, 0);
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_many_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
