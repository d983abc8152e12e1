using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Workflows;
using Xunit;

namespace Seaworthy.Tests.Model.Declared.Workflows.Evaluation;

public sealed class JobValuesTests
{
    private static string? Values(string matrix, string value)
    {
        var text =
            $"on: push\nenv: {{ REGISTRY: ghcr.io, IMAGE: \"${{{{ env.REGISTRY }}}}/api\" }}\njobs:\n  a:\n    runs-on: x\n    env: {{ TAG: v1 }}\n"
            + (matrix.Length > 0 ? $"    strategy: {{ matrix: {matrix} }}\n" : "")
            + $"    steps: [{{ uses: a/b@v1, with: {{ v: \"{value}\" }} }}]\n";
        var workflow = Assert.IsType<Workflow>(new WorkflowReader().Read(new FileSyntax(new SourceFile(".github/workflows/a.yml", text))));
        var step = workflow.Jobs[0].Steps[0];
        var values = JobValues.Of(Assert.IsType<ExpressionTemplate>(step.Input("v")), workflow, workflow.Jobs[0], step);
        return values is null ? null : string.Join(' ', values);
    }

    [Theory]
    [InlineData("", "plain", "plain")]
    [InlineData("", "${{ env.REGISTRY }}/x:${{ env.TAG }}", "ghcr.io/x:v1")]
    [InlineData("", "${{ github.sha }}", null)]
    [InlineData("", "${{ env.UNSET }}", null)]
    [InlineData("{ service: [api, web] }", "./${{ matrix.service }}", "./api ./web")]
    [InlineData(
        "{ service: [{ name: api, path: backend }, { name: web, path: frontend }] }",
        "${{ matrix.service.path }}",
        "backend frontend"
    )]
    [InlineData("{ include: [{ s: a }, { s: b }] }", "${{ matrix.s }}", "a b")]
    [InlineData("{ os: [x, y], n: [1, 2], exclude: [{ os: x, n: 2 }] }", "${{ matrix.os }}${{ matrix.n }}", "x1 y1 y2")]
    [InlineData("{ os: [x, y], include: [{ os: x, extra: 1 }] }", "${{ matrix.os }}${{ matrix.extra || 0 }}", null)]
    [InlineData("{ os: [x], include: [{ os: z, n: 1 }] }", "${{ matrix.os }}", "x z")]
    [InlineData("{ os: [x, y], include: [{ n: 1 }] }", "${{ matrix.os }}${{ matrix.n }}", "x1 y1")]
    [InlineData("\"${{ fromJSON(needs.a.outputs.m) }}\"", "${{ matrix.x }}", null)]
    public void Values_come_from_the_file_or_not_at_all(string matrix, string value, string? expected)
    {
        Assert.Equal(expected, Values(matrix, value));
    }

    [Fact]
    public void Nested_variables_are_followed()
    {
        Assert.Equal("ghcr.io/api", Values("", "${{ env.IMAGE }}"));
    }
}
