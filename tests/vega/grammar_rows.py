#!/usr/bin/env python3
"""Write src/chart/grammar_rows.inc: which properties Vega-Lite's objects have and what kinds of values they take, from the JSON
Schema that comes with Vega-Lite. Objects that stand for each other (a channel's field, datum and value definitions) become one.

usage: grammar_rows.py vega-lite/build/vega-lite-schema.json > src/chart/grammar_rows.inc
"""
import json
import re
import sys

# Name for messages, and the definitions (as patterns) that make the object. The first that matches takes a definition.
GROUPS = [
    ('spec', r'TopLevel\w*Spec|\w*UnitSpec\w*(<.*>)?|LayerSpec|\w*ConcatSpec<.*>|FacetSpec|\w*RepeatSpec'),
    ('mark', r'MarkDef|BoxPlotDef|ErrorBarDef|ErrorBandDef'),
    ('overlay mark', r'OverlayMarkDef'),
    ('composite mark config', r'BoxPlotConfig|ErrorBarConfig|ErrorBandConfig'),
    ('mark config', r'AreaConfig|BarConfig|LineConfig|MarkConfig|RectConfig|TickConfig'),
    ('encoding', r'Encoding|FacetedEncoding|SharedEncoding'),
    ('position channel', r'PositionFieldDef|PositionDatumDef'),
    ('polar channel', r'PositionFieldDefBase|PositionDatumDefBase'),
    ('offset channel', r'ScaleFieldDef|ScaleDatumDef'),
    ('second position channel', r'SecondaryFieldDef'),
    ('geographic channel', r'LatLongFieldDef'),
    ('text channel', r'(FieldOrDatumDef|ValueDef)WithCondition<String\w*Def,.*>|StringFieldDef'),
    ('mark property channel', r'(FieldOrDatumDef|ValueDef)WithCondition<.*>'),
    ('order channel', r'OrderFieldDef|OrderValueDef|OrderOnlyDef'),
    ('time channel', r'TimeFieldDef'),
    ('detail channel', r'TypedFieldDef'),
    ('facet', r'FacetEncodingFieldDef|RowColumnEncodingFieldDef|FacetFieldDef|FacetMapping'),
    ('datum or value', r'DatumDef|ValueDef<.*>'),
    ('conditional axis value', r'ConditionalAxisProperty<.*>|ConditionalPredicate<\(ValueDef<\(.*\|null\)>\|ExprRef\)>'),
    ('condition', r'ConditionalParameter<.*>|ConditionalPredicate<.*>'),
    ('predicate', r'Field\w+Predicate|Logical\w+<Predicate>|ParameterPredicate'),
    ('data', r'InlineData|NamedData|UrlData|SequenceGenerator|SphereGenerator|GraticuleGenerator'),
    ('sequence', r'SequenceParams'),
    ('data format', r'(Csv|Dsv|Json|Topo)DataFormat'),
    ('parameter', r'VariableParameter|SelectionParameter|TopLevelSelectionParameter'),
    ('gradient', r'LinearGradient|RadialGradient'),
    ('gradient stop', r'GradientStop'),
    ('sort', r'EncodingSortField|SortByEncoding'),
    ('sort field', r'SortField'),
    ('repeat', r'RepeatMapping|LayerRepeatMapping'),
    ('repeated field', r'RepeatRef'),
    ('aggregate', r'Argm(ax|in)Def'),
    ('time unit', r'TimeUnitParams|TimeUnitTransformParams'),
    ('lookup source', r'LookupData|LookupSelection'),
    ('title config', r'BaseTitleNoValueRefs'),
    ('title', r'TitleParams'),
    ('row and column', r'RowCol<.*>'),
    ('what invalid data show', r'ScaleInvalidDataShowAsValue<.*>'),
    ('view', r'ViewBackground'),
    ('view config', r'ViewConfig'),
    ('styles', r'StyleConfigIndex'),
    ('scale config for invalid data', r'ScaleInvalidDataConfig'),
    ('autosize', r'AutoSizeParams'),
    ('bin', r'BinParams'),
    ('scale bins', r'ScaleBinParams'),
    ('impute', r'ImputeParams'),
    ('impute sequence', r'ImputeSequence'),
    ('interpolate', r'ScaleInterpolateParams'),
    ('scheme', r'SchemeParams'),
    ('domain', r'DomainUnionWith|ParameterExtent'),
    ('range', r'FieldRange|RangeScheme'),
    ('time interval', r'TimeIntervalStep'),
    ('tooltip', r'TooltipContent'),
    ('step', r'Step'),
    ('band', r'RelativeBandSize'),
    ('axis', r'Axis'), ('axis config', r'AxisConfig'),
    ('legend', r'Legend'), ('legend config', r'LegendConfig'),
    ('header', r'Header'), ('header config', r'HeaderConfig'),
    ('scale', r'Scale'), ('scale config', r'ScaleConfig'),
    ('projection', r'Projection'), ('config', r'Config'),
    ('composition config', r'CompositionConfig'),
    ('range config', r'RangeConfig'),
    ('locale', r'Locale'), ('number locale', r'NumberLocale'), ('time locale', r'TimeLocale'),
    ('format config', r'FormatConfig'), ('time format config', r'TimeFormatSpecifier'),
    ('resolve', r'Resolve'), ('axis resolution', r'AxisResolveMap'), ('legend resolution', r'LegendResolveMap'),
    ('scale resolution', r'ScaleResolveMap'), ('selection config', r'SelectionConfig'),
    ('aggregated field', r'AggregatedFieldDef'), ('joined aggregate field', r'JoinAggregateFieldDef'),
    ('window field', r'WindowFieldDef'), ('datasets', r'Dict<InlineDataset>'), ('parse', r'Parse'),
    ('graticule', r'GraticuleParams'), ('padding', r'Padding'),
]
TRANSFORM = re.compile(r'(\w+)Transform')
# What is checked no further: data, and what only interaction uses.
OPEN_PROPERTIES = {('parameter', 'select'), ('parameter', 'bind'), ('parameter', 'value'), ('parameter', 'views'), ('data', 'values'),
                   ('spec', 'usermeta'), ('projection', 'fit'), ('config', 'selection'), ('config', 'signals'), ('legend', 'values'),
                   ('datasets', '*')}
# What huibao takes besides.
MORE_WORDS = {('data format', 'type'): ['ndjson', 'jsonl'], ('projection', 'type'): ['mollweide']}
# Where a word may be written in any case.
ANY_CASE = {('projection', 'type')}
KINDS = {'number': 'NUMBER', 'boolean': 'BOOLEAN', 'null': 'NIL', 'object': 'OBJECT', 'array': 'ARRAY'}
ORDER = ['NUMBER', 'STRING', 'WORD', 'BOOLEAN', 'NIL', 'OBJECT', 'ARRAY']
SPECIAL = {'ExprRef': 'EXPRESSION', 'DateTime': 'DATE'}
BITS = ORDER + ['OF_' + k for k in ORDER] + ['EXPRESSION', 'OF_EXPRESSION', 'DATE', 'OF_DATE', 'REQUIRED', 'ANY_CASE']
ANYTHING = {p + k for p in ('', 'OF_') for k in ORDER if k != 'WORD'}


def identifier(name):
    name = re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '_', name)
    return re.sub(r'\W+', '_', name).strip('_').lower()


class Table:
    def __init__(self, schema):
        self.definitions = schema['definitions']
        self.members = {}   # group → the schemas that make it
        self.rows = {}      # group → property → (bits, words, group)
        self.words = {}     # words → identifier
        self.pending = []
        self.inline = {}

    def group_of(self, name):
        transform = TRANSFORM.fullmatch(name)
        if transform:
            return {'JoinAggregate': 'joinaggregate'}.get(transform[1], transform[1][0].lower() + transform[1][1:]) + ' transform'
        for group, pattern in GROUPS:
            if re.fullmatch(pattern, name):
                return group
        sys.exit('no group for the definition %s' % name)

    def join(self, group, schema):
        if group not in self.members:
            self.members[group] = []
        if schema not in self.members[group]:
            self.members[group].append(schema)
            if group not in self.pending:
                self.pending.append(group)

    # One schema's alternatives, into `found`: {'bits', 'words', 'objects': [(name, schema)]}.
    def collect(self, schema, found, name, path, prefix=''):
        if '$ref' in schema:
            target = re.sub(r'%..', lambda m: chr(int(m[0][1:], 16)), schema['$ref'].rsplit('/', 1)[1])
            if target in SPECIAL:
                found['bits'].add(prefix + SPECIAL[target])
                if target == 'DateTime':
                    self.join('date', self.definitions[target])
                return
            return self.collect(self.definitions[target], found, target, path, prefix)
        for part in schema.get('anyOf', []) + schema.get('oneOf', []):
            self.collect(part, found, name, path, prefix)
        if 'anyOf' in schema or 'oneOf' in schema:
            return
        if not schema or set(schema) <= {'description'}:
            found['bits'] |= {b for b in ANYTHING if b.startswith('OF_')} if prefix else ANYTHING
            return
        values = schema.get('enum', [schema['const']] if 'const' in schema else None)
        types = schema.get('type', [])
        types = types if isinstance(types, list) else [types]
        if values is not None:
            for value in values:
                if isinstance(value, str):
                    found['bits'].add(prefix + 'WORD')
                    found['words'][prefix].setdefault(value, name)
                else:
                    kind = 'null' if value is None else 'boolean' if isinstance(value, bool) else 'number'
                    found['bits'].add(prefix + KINDS[kind])
            return
        for kind in types:
            if kind == 'integer':
                kind = 'number'
            found['bits'].add(prefix + KINDS.get(kind, 'STRING'))
            if kind == 'object':
                found['objects'].append((name, schema, path))
            elif kind == 'array':
                items = schema.get('items', {})
                for item in items if isinstance(items, list) else [items]:
                    if prefix:   # arrays in arrays are numbers, or are not looked into
                        continue
                    self.collect(item, found, name, path, 'OF_')

    def row(self, group, name, schemas, required):
        found = {'bits': set(), 'words': {'': {}, 'OF_': {}}, 'objects': []}
        for schema in schemas:
            self.collect(schema, found, None, group + ' ' + name)
        bits, target = found['bits'], None
        for prefix in ('', 'OF_'):
            if prefix + 'STRING' in bits:
                bits.discard(prefix + 'WORD')
                found['words'][prefix] = {}
        words = {**found['words'][''], **found['words']['OF_'], **dict.fromkeys(MORE_WORDS.get((group, name), []))}
        if (group, name) in OPEN_PROPERTIES:
            found['objects'] = []
            bits |= ANYTHING
            words = {}
        named = [o for o in found['objects'] if o[0] or o[1].get('properties') or isinstance(o[1].get('additionalProperties'), dict)]
        if named and len(named) == len(found['objects']):
            groups = []
            for definition, schema, path in named:
                g = self.group_of(definition) if definition and not re.fullmatch(r'Dict', definition) else path
                if g not in groups:
                    groups.append(g)
            real = [g for g in groups if g != 'datum or value']
            if any(o[0] for o in named):   # what has no name belongs to what has
                real = [g for g in real if g != group + ' ' + name] or real
            if real == ['text channel', 'mark property channel']:
                real = real[:1]
            if len(real) > 1 and not all(g.endswith(' transform') for g in real):
                if real != ['mark config', 'axis']:
                    sys.exit('several objects: %s.%s: %s' % (group, name, real))
                real = ['style']
            target = real[0] if real else 'datum or value'
            if all(g.endswith(' transform') for g in groups):
                target = 'transform'
                for definition, schema, path in named:
                    self.join(self.group_of(definition), schema)
            else:
                for definition, schema, path in named:
                    self.join(target, schema)
        if required:
            bits.add('REQUIRED')
        if (group, name) in ANY_CASE:
            bits.add('ANY_CASE')
        return bits, self.name_words(words, group, name), target

    def name_words(self, words, group, name):
        if not words:
            return None
        key = tuple(sorted(words))
        if key not in self.words:
            sources = {s for s in words.values() if s}
            base = identifier(sources.pop() if len(sources) == 1 else group + ' ' + name)
            taken = set(self.words.values())
            candidate, n = base, 1
            while candidate in taken:
                n += 1
                candidate = '%s_%d' % (base, n)
            self.words[key] = candidate
        return self.words[key]

    def build(self, root):
        found = {'bits': set(), 'words': {'': {}, 'OF_': {}}, 'objects': []}
        self.collect(root, found, None, 'spec')
        for definition, schema, path in found['objects']:
            self.join('spec', schema)
        while self.pending:
            group = self.pending.pop(0)
            schemas = self.members[group]
            properties = {}
            for schema in schemas:
                for name, value in schema.get('properties', {}).items():
                    properties.setdefault(name, []).append(value)
                if isinstance(schema.get('additionalProperties'), dict):
                    properties.setdefault('*', []).append(schema['additionalProperties'])
            required = set.intersection(*(set(s.get('required', [])) for s in schemas))
            self.rows[group] = {n: self.row(group, n, v, n in required) for n, v in sorted(properties.items())}

    def write(self, version):
        print('/* Generated by tests/vega/grammar_rows.py from the JSON Schema of Vega-Lite %s: WORDS(id, "words …"), and for each object\n'
              ' * OBJECT(id, "name"), a ROW("property", kinds, words, object) for each property, END. */' % version)
        for key, name in sorted(self.words.items(), key=lambda w: w[1]):
            lines, line = [], ''
            for word in key:
                if len(line) + len(word) > 100:
                    lines.append(line)
                    line = ''
                line += word + ' '
            lines.append(line.rstrip())
            print('WORDS(%s,\n      %s)' % (name, '\n      '.join('"%s"' % l for l in lines)))
        for group in sorted(self.rows):
            print('OBJECT(%s, "%s")' % (identifier(group).upper(), group))
            for name, (bits, words, target) in self.rows[group].items():
                kinds = ['ANYTHING'] if ANYTHING <= bits else [b for b in BITS if b in bits]
                print('ROW("%s", %s, %s, %s)' % (name, ' | '.join(kinds), 'words_' + words if words else 'NO_WORDS',
                                                identifier(target).upper() if target else 'NO_OBJECT'))
            print('END')


def main():
    with open(sys.argv[1], encoding='utf-8') as f:
        schema = json.load(f)
    with open(re.sub(r'build/[^/]*$', 'package.json', sys.argv[1]), encoding='utf-8') as f:
        version = json.load(f)['version']
    table = Table(schema)
    table.build(schema)
    table.write(version)


main()
