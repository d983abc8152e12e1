using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Xunit;

namespace Seaworthy.Deploying.Tests.Running;

public sealed class EnvironmentLinesTests
{
    [Fact]
    public void What_no_line_can_hold_has_its_name_there_alone() =>
        Assert.Equal(
            "A=one\nB\nC\nD\n",
            EnvironmentLines.Of([
                new Variable("A", "one"),
                new Variable("B", "two\nlines"),
                new Variable("C", "x\r"),
                new Variable("D", new string('x', 20_000)),
            ])
        );
}
