using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Bicep;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Bicep;

/// <summary>Bicep as its documentation writes it, and as people break it.</summary>
public sealed class BicepParserTests
{
    [Fact]
    public void Statements_have_names_types_and_values()
    {
        var file = Parse(
            """
            targetScope = 'resourceGroup'
            @secure()
            @description('It\'s secret')
            param password string
            param sku 'a' | 'b' = 'a'
            resource app 'Microsoft.App/containerApps@2024-03-01' = if (sku == 'a') {
              name: 'app'
              resource inner 'child' = { name: 'x' }
            }
            module api './api.bicep' = [for (name, i) in ['a', 'b']: {
              name: '${name}-${i}'
            }]
            output url string = app.properties.configuration.ingress.fqdn
            """
        );

        Assert.Empty(file.Problems);
        var password = Assert.IsType<BicepStatement.Parameter>(file.Statements[1]);
        Assert.True(password.IsSecure);
        Assert.Equal("string", password.Type?.Value);
        Assert.Equal("'a' | 'b'", Assert.IsType<BicepStatement.Parameter>(file.Statements[2]).Type?.Value);
        var app = Assert.IsType<BicepStatement.Resource>(file.Statements[3]);
        Assert.Equal("Microsoft.App/containerApps", app.Kind);
        Assert.NotNull(app.Condition);
        Assert.Equal("inner", Assert.Single(app.Body?.Nested ?? []).Name.Value);
        var api = Assert.IsType<BicepStatement.Module>(file.Statements[4]);
        Assert.Equal(["name", "i"], api.Loop?.Names);
        Assert.IsType<BicepExpression.Template>(api.Body?["name"]?.Value);
    }

    [Theory]
    [InlineData("var a = b.c[0].d")]
    [InlineData("var a = b.?c[?'d'] ?? e!.f")]
    [InlineData("var a = x == 1 && !y || z >= -2 ? [1, 2] : {}")]
    [InlineData("var a = x\n  ? 1\n  : 2")]
    [InlineData("var a = x &&\n y\n || z")]
    [InlineData("var a = [\n  1\n  -2\n  !b\n  [c]\n  ...d\n]")]
    [InlineData("var a = {\n  b: 1\n  'c-d': 2, e: 3\n  '${f}': 4\n  ...g\n}")]
    [InlineData("var a = {\n  resource: 'x'\n  if: 1\n  for: 2\n}")]
    [InlineData("var a = f(\n  x\n  y\n)")]
    [InlineData("var a = map(xs, x => x.y)")]
    [InlineData("var a = reduce(xs, {}, (all, x) => union(all, x))")]
    [InlineData("var a = '''\nline ${no}\n'''")]
    [InlineData("var a = 'it\\'s ${b('c')} \\${d}'")]
    [InlineData("var a = [for i in range(0, 3): if (i > 1) { b: i }]")]
    [InlineData("var a = [for x in items(y): x.key]")]
    [InlineData("var a = app::child.id")]
    [InlineData("var a = kv.getSecret('x') // why")]
    [InlineData("#disable-next-line no-unused-vars\nvar a = sys.concat('a')")]
    [InlineData("param a {\n  b: string\n  c: int?\n}[] = []")]
    [InlineData("param a\n")]
    [InlineData("param a = 'x'")]
    [InlineData("type a = 'x'\n  | 'y'\n  | null\nvar b = 1")]
    [InlineData("@export()\nfunc f(a string, b int?) string => '${a}${b}'")]
    [InlineData("import { a, b as c } from 'types.bicep'\nimport * as d from 'e.bicep'")]
    [InlineData("using 'main.bicep'\nparam a = readEnvironmentVariable('B', 'c')")]
    [InlineData("extension kubernetes with {\n  namespace: 'x'\n} as k8s")]
    [InlineData("metadata a = 'b'\nassert c = d > 1")]
    [InlineData("resource a 'b@1' existing = {\n  name: 'c'\n}")]
    public void What_the_documentation_allows_is_no_problem(string text) => Assert.Empty(Parse(text).Problems);

    [Theory]
    [InlineData("var a = ")]
    [InlineData("var a = {")]
    [InlineData("var a = 'x")]
    [InlineData("var a = '''x")]
    [InlineData("var a = [1")]
    [InlineData("var a = 1 var b = 2")]
    [InlineData("resource a = {}")]
    [InlineData("hello")]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("var a = b ? c")]
    public void What_it_forbids_is_told(string text) => Assert.NotEmpty(Parse(text).Problems);

    [Fact]
    public void A_statement_that_is_not_understood_costs_itself_only()
    {
        var statements = Parse("var a = 1\nresource b 'x' {\n  c: 1\n}\nvar d = 2\n").Statements;

        Assert.Equal(["a", "d"], statements.Select(statement => statement.Name.Value));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("!")]
    [InlineData("{a:")]
    [InlineData("'${")]
    [InlineData("a[")]
    [InlineData("a.")]
    [InlineData("a ? ")]
    [InlineData("a + ")]
    [InlineData("f(")]
    [InlineData("[for x in ")]
    [InlineData("x => ")]
    [InlineData("{resource a 'b' = ")]
    public void Endless_nesting_ends(string piece)
    {
        var text = "var a = " + string.Concat(Enumerable.Repeat(piece, 20_000));

        Assert.NotEmpty(Parse(text).Problems);
    }

    private static BicepSyntax Parse(string text) => BicepParser.Parse(new SourceFile("main.bicep", text));
}
