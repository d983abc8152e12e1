using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Declared.Workflows;

public sealed class WorkflowTests
{
    [Fact]
    public void A_comparison_is_a_condition_and_no_comment()
    {
        var workflow = Of("    if: matrix.os == 'ubuntu-20.04'\n    # if: matrix.os != 'ubuntu-20.04'\n    name: 'ubuntu-20.04'\n");

        Assert.Equal([1], workflow.ComparisonsWith("ubuntu-20.04").Select(place => place.StartLine));
    }

    [Theory]
    [InlineData("${{ matrix.Node }}", true)]
    [InlineData("${{ toJSON(matrix) }}", true)]
    [InlineData("${{ matrix.os }}", false)]
    public void An_axis_is_taken_by_its_name_or_with_the_whole_matrix(string text, bool isTaken)
    {
        Assert.Equal(isTaken, Of(text).TakesAxis("node"));
    }

    [Fact]
    public void Names_are_given_before_an_equals_sign()
    {
        Assert.Equal(["IMAGE_TAG", "x"], Of("run: IMAGE_TAG=1 docker compose up --file =a x=2").NamesGiven);
    }

    private static Workflow Of(string text) => new(new SourceFile(".github/workflows/ci.yml", text));
}
