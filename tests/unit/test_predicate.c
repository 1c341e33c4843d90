/* links: base json data transform */
/* Predicates: which rows pass filters, as Vega-Lite has it. Dates read from texts are dates here, numbers there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transform_case.h"

static const transform_case cases[] = {
    {"expression", "[{'a':1},{'a':2},{'a':3}]", "[{'filter':'datum.a > 1'}]", "{a:2} {a:3}"},
    {"equal", "[{'a':1},{'a':'1'},{'a':2},{'a':null}]", "[{'filter':{'field':'a','equal':1}}]", "{a:1} {a:1}"},
    {"equal to a text", "[{'a':1},{'a':'1'},{'a':2},{'a':null}]", "[{'filter':{'field':'a','equal':'1'}}]",
     "{a:'1'} {a:'1'}"},
    {"equal to null", "[{'a':1},{'a':0},{'a':null},{}]", "[{'filter':{'field':'a','equal':null}}]", "{a:null}"},
    {"equal to true", "[{'a':1},{'a':true},{'a':'true'},{'a':false}]", "[{'filter':{'field':'a','equal':true}}]",
     "{a:true}"},
    {"less than", "[{'a':1},{'a':2},{'a':null},{'a':'0'},{}]", "[{'filter':{'field':'a','lt':2}}]",
     "{a:1} {a:null} {a:0} {a:null}"},
    {"at most", "[{'a':1},{'a':2},{'a':3}]", "[{'filter':{'field':'a','lte':2}}]", "{a:1} {a:2}"},
    {"greater than", "[{'a':1},{'a':2},{'a':3}]", "[{'filter':{'field':'a','gt':2}}]", "{a:3}"},
    {"at least", "[{'a':1},{'a':2},{'a':3}]", "[{'filter':{'field':'a','gte':2}}]", "{a:2} {a:3}"},
    {"texts by their order", "[{'a':'ant'},{'a':'bee'},{'a':'10'},{'a':'9'}]", "[{'filter':{'field':'a','lt':'b'}}]",
     "{a:'ant'} {a:'10'} {a:'9'}"},
    {"range", "[{'a':1},{'a':2},{'a':3},{'a':4},{'a':null}]", "[{'filter':{'field':'a','range':[2,3]}}]",
     "{a:2} {a:3}"},
    {"range turned round", "[{'a':1},{'a':2},{'a':3},{'a':4}]", "[{'filter':{'field':'a','range':[3,2]}}]",
     "{a:2} {a:3}"},
    {"range open above", "[{'a':1},{'a':2},{'a':3},{'a':null}]", "[{'filter':{'field':'a','range':[2,null]}}]",
     "{a:2} {a:3}"},
    {"range open below", "[{'a':1},{'a':2},{'a':3},{'a':-1}]", "[{'filter':{'field':'a','range':[null,2]}}]",
     "{a:1} {a:2} {a:-1}"},
    {"range open on both sides", "[{'a':1},{'a':null}]", "[{'filter':{'field':'a','range':[null,null]}}]",
     "{a:1} {a:null}"},
    {"null lies around zero", "[{'a':null},{'a':5},{}]", "[{'filter':{'field':'a','range':[-1,1]}}]",
     "{a:null} {a:null}"},
    {"one of some", "[{'a':'x'},{'a':'y'},{'a':'z'}]", "[{'filter':{'field':'a','oneOf':['z','x']}}]",
     "{a:'x'} {a:'z'}"},
    {"one of many", "[{'a':1},{'a':8},{'a':3},{'a':'3'}]", "[{'filter':{'field':'a','oneOf':[9,8,7,6,5,4,3]}}]",
     "{a:8} {a:3} {a:3}"},
    {"one of none", "[{'a':1}]", "[{'filter':{'field':'a','oneOf':[]}}]", ""},
    {"valid", "[{'a':1},{'a':null},{'a':'x'},{'a':'5'},{},{'a':true}]", "[{'filter':{'field':'a','valid':true}}]",
     "{a:1} {a:'5'} {a:true}"},
    {"not valid", "[{'a':1},{'a':null},{'a':'x'},{'a':'5'},{},{'a':true}]", "[{'filter':{'field':'a','valid':false}}]",
     "{a:null} {a:'x'} {}"},
    {"and, or, not", "[{'a':1},{'a':2},{'a':3},{'a':4},{'a':5}]",
     "[{'filter':{'and':[{'or':[{'field':'a','lt':3},'datum.a == 5']},{'not':{'field':'a','equal':1}}]}}]",
     "{a:2} {a:5}"},
    {"dates after one", "[{'d':'2020-01-31'},{'d':'2020-02-01'},{'d':'2020-06-01'},{'d':null}]",
     "[{'filter':{'field':'d','gte':{'year':2020,'month':'feb'}}}]", "{d:@1580515200000} {d:@1590969600000}"},
    {"dates in a range",
     "[{'d':'2006-12-31'},{'d':'2007-01-01'},{'d':'2009-12-31'},{'d':'2010-01-01'},{'d':'2010-01-02'}]",
     "[{'filter':{'field':'d','range':[{'year':2007},{'year':2010}]}}]",
     "{d:@1167609600000} {d:@1262217600000} {d:@1262304000000}"},
    {"year of dates", "[{'d':'2006-12-31'},{'d':'2007-01-01'},{'d':'2007-12-31'},{'d':'2010-01-01'}]",
     "[{'filter':{'timeUnit':'year','field':'d','equal':2007}}]", "{d:@1167609600000} {d:@1199059200000}"},
    {"years in a range", "[{'d':'2006-12-31'},{'d':'2007-01-01'},{'d':'2010-12-31'},{'d':'2011-01-01'}]",
     "[{'filter':{'timeUnit':'year','field':'d','range':[2007,2010]}}]", "{d:@1167609600000} {d:@1293753600000}"},
    {"month by name", "[{'d':'2006-03-05'},{'d':'2007-04-01'},{'d':'2010-03-31'}]",
     "[{'filter':{'timeUnit':'month','field':'d','equal':'march'}}]", "{d:@1141516800000} {d:@1269993600000}"},
    {"months by number", "[{'d':'2006-03-05'},{'d':'2007-04-01'},{'d':'2010-12-31'}]",
     "[{'filter':{'timeUnit':'month','field':'d','oneOf':[3,12]}}]", "{d:@1141516800000} {d:@1293753600000}"},
    {"quarter", "[{'d':'2006-03-05'},{'d':'2007-04-01'},{'d':'2010-12-31'}]",
     "[{'filter':{'timeUnit':'quarter','field':'d','equal':2}}]", "{d:@1175385600000}"},
    {"day of the week", "[{'d':'2024-01-01'},{'d':'2024-01-07'},{'d':'2024-01-08'}]",
     "[{'filter':{'timeUnit':'day','field':'d','equal':'Mon'}}]", "{d:@1704067200000} {d:@1704672000000}"},
    {"sunday is both ends", "[{'d':'2024-01-01'},{'d':'2024-01-07'}]",
     "[{'filter':{'timeUnit':'day','field':'d','oneOf':[0]}}]", "{d:@1704585600000}"},
    {"hours", "[{'d':'2024-01-01T05:30:00'},{'d':'2024-01-07T06:00:00'}]",
     "[{'filter':{'timeUnit':'hours','field':'d','lt':6}}]", "{d:@1704087000000}"},
    {"year and month of dates", "[{'d':'2020-01-31'},{'d':'2020-02-29'},{'d':'2020-03-01'}]",
     "[{'filter':{'timeUnit':'yearmonth','field':'d','equal':{'year':2020,'month':2}}}]", "{d:@1582934400000}"},
    {"year and month given as a text", "[{'d':'2020-01-31'},{'d':'2020-02-29'},{'d':'2020-03-01'}]",
     "[{'filter':{'timeUnit':'utcyearmonth','field':'d','gte':'2020-02-01'}}]",
     "{d:@1582934400000} {d:@1583020800000}"},
    {"binned dates", "[{'d':'2020-01-01'},{'d':'2020-02-01'}]",
     "[{'filter':{'timeUnit':'binnedyearmonth','field':'d','gt':{'year':2020,'month':1}}}]", "{d:@1580515200000}"},
    {"weeks are no parts", "[{'d':'2020-01-31'},{'d':'2021-02-28'}]",
     "[{'filter':{'timeUnit':'yearweek','field':'d','equal':{'year':2021}}}]", "{d:@1614470400000}"},
    {"null is 1970", "[{'d':null},{'d':'2021-02-28'}]", "[{'filter':{'timeUnit':'year','field':'d','lt':1990}}]",
     "{d:null}"},
    {"expression as a value", "[{'a':1,'b':1},{'a':2,'b':1},{'a':3,'b':3}]",
     "[{'filter':{'field':'a','equal':{'expr':'datum.b'}}}]", "{a:1,b:1} {a:3,b:3}"},
    {"expression as ends", "[{'a':1},{'a':2},{'a':3}]",
     "[{'filter':{'field':'a','range':[{'expr':'1 + 1'},{'signal':'5'}]}}]", "{a:2} {a:3}"},
    {"expression as a range", "[{'a':1},{'a':2},{'a':3}]", "[{'filter':{'field':'a','range':{'signal':'[2,5]'}}}]",
     "{a:2} {a:3}"},
    {"texts as numbers", "[{'a':'1.5'},{'a':'x'},{'a':''},{'a':'12'}]", "[{'filter':{'field':'a','gt':1}}]",
     "{a:1.5} {a:12}"},
    {"nested field", "[{'a':{'b':1}},{'a':{'b':2}}]", "[{'filter':{'field':'a.b','gt':1}}]", "{a:{b:2}}"},
};

static void test_cases(void **state)
{
    (void)state;
    check_cases(cases, sizeof cases / sizeof *cases);
}

/* A constant parameter counts as JavaScript's ToBoolean has it; a selection is one of nothing. */
static void test_parameters(void **state)
{
    (void)state;
    static const struct {
        const char *predicate;
        bool is_true;
    } rows[] = {
        {"{'param':'brush'}", true},
        {"{'param':'brush','empty':true}", true},
        {"{'param':'brush','empty':false}", false},
        {"{'not':{'param':'brush','empty':false}}", true},
        {"{'param':'elsewhere','empty':false}", false},
        {"{'param':'zero'}", false},
        {"{'param':'one'}", true},
        {"'one == 1'", true},
        {"{'field':'a','lt':{'expr':'one + 4'}}", true},
    };
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    const hui_param params[] = {{.name = "brush", .selection = true},
                                {.name = "zero", .value = hui_value_number(0)},
                                {.name = "one", .value = hui_value_number(1)}};
    const hui_table *table = case_table(arena, case_json(arena, "[{'a':4}]", diags));
    hui_expr_scope scope = {.arena = arena, .table = table, .params = {params, 3}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const hui_predicate *predicate = hui_predicate_read(arena, case_json(arena, rows[i].predicate, diags), diags);
        assert_non_null(predicate);
        assert_true(hui_predicate_check(predicate, scope.params, diags));
        assert_int_equal(hui_predicate_true(predicate, &scope), rows[i].is_true);
        assert_int_equal(hui_predicate_true(hui_predicate_bind(arena, predicate, table), &scope), rows[i].is_true);
    }
    hui_arena_free(arena);
}

/* Labels of axes are tested by an object that is in no table. */
static void test_datum(void **state)
{
    (void)state;
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    const hui_predicate *predicate =
        hui_predicate_read(arena, case_json(arena, "{'field':'value','oneOf':[1,3]}", diags), diags);
    hui_expr_scope scope = {.arena = arena};
    for (int value = 0; value < 5; value++) {
        const hui_member member = {"value", hui_value_number(value)};
        scope.datum = (hui_value){.kind = HUI_VALUE_OBJECT, .count = 1, .members = &member};
        assert_int_equal(hui_predicate_true(predicate, &scope), value == 1 || value == 3);
    }
    hui_arena_free(arena);
}

static void test_faults(void **state)
{
    (void)state;
    static const fault_case rows[] = {
        {"{'filter':{'equal':1}}", "missing-field", "/filter", NULL},
        {"{'filter':{'field':'a'}}", "missing-field", "/filter", NULL},
        {"{'filter':{'field':'a','equal':[1]}}", "wrong-type", "/filter/equal", NULL},
        {"{'filter':{'field':'a','lt':{'than':1}}}", "wrong-type", "/filter/lt", NULL},
        {"{'filter':{'field':'a','range':[1]}}", "out-of-range", "/filter/range", NULL},
        {"{'filter':{'field':'a','range':{'year':2000}}}", "wrong-type", "/filter/range", NULL},
        {"{'filter':{'field':'a','oneOf':1}}", "wrong-type", "/filter/oneOf", NULL},
        {"{'filter':{'field':'a','valid':1}}", "wrong-type", "/filter/valid", NULL},
        {"{'filter':{'field':'a','equal':{'expr':'1 +'}}}", "bad-expression", "/filter/equal/expr", NULL},
        {"{'filter':{'field':'a','equal':{'month':'juin bug'}}}", "out-of-range", "/filter/equal", NULL},
        {"{'filter':{'field':'a','timeUnit':'month','equal':'brumaire'}}", "out-of-range", "/filter/equal", NULL},
        {"{'filter':{'field':'a','timeUnit':'moth','equal':1}}", "unknown-value", "/filter/timeUnit",
         "did you mean `month`?"},
        {"{'filter':{'and':{'field':'a','equal':1}}}", "wrong-type", "/filter/and", NULL},
        {"{'filter':{'or':['datum.a',{'not':5}]}}", "wrong-type", "/filter/or/1/not", NULL},
        {"{'filter':{'param':5}}", "wrong-type", "/filter/param", NULL},
        {"{'filter':{'param':'p','empty':'no'}}", "wrong-type", "/filter/empty", NULL},
    };
    check_faults(rows, sizeof rows / sizeof *rows);
}

static void test_date_times(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        double ms;
    } rows[] = {
        {"{'year':2006}", 1136073600000.0},
        {"{'year':2006,'month':1}", 1136073600000.0},
        {"{'year':2006,'month':'jan'}", 1136073600000.0},
        {"{'year':2006,'month':'December','date':31}", 1167523200000.0},
        {"{'month':'SEP'}", 1346457600000.0},
        {"{'year':2001,'quarter':3}", 993945600000.0},
        {"{'year':2001,'quarter':3,'month':2}", 980985600000.0},
        {"{'day':1}", 1325462400000.0},
        {"{'day':'sun'}", 1325376000000.0},
        {"{'day':'Saturday'}", 1325894400000.0},
        {"{'day':7}", 1325376000000.0},
        {"{'day':3,'year':2000}", 946684800000.0},
        {"{'hours':12}", 1325419200000.0},
        {"{'year':2012,'month':2,'date':29,'hours':23,'minutes':59,'seconds':58,'milliseconds':999}", 1330559998999.0},
        {"{'year':2000,'utc':true}", 946684800000.0},
        {"{'year':99}", 915148800000.0},
        {"{'month':13}", 1356998400000.0},
        {"{'date':0}", 1325289600000.0},
        {"{'minutes':90}", 1325381400000.0},
        {"{'year':'2010'}", 1262304000000.0},
        {"{'year':1900,'month':'3'}", -2203891200000.0},
    };
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_float_equal(hui_date_time_read(case_json(arena, rows[i].json, diags)), rows[i].ms, 0);
    static const char *const none[] = {"{}", "5", "{'a':1}", "{'month':'foo'}", "{'day':'x'}", "{'year':null}"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_true(isnan(hui_date_time_read(case_json(arena, none[i], diags))));
    hui_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_parameters),
                                       cmocka_unit_test(test_datum), cmocka_unit_test(test_faults),
                                       cmocka_unit_test(test_date_times)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
