using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Declared.Scripts;

public sealed class FailureBranchTests
{
    [Theory]
    [InlineData("npm test || failed=1\nexit $failed\n", true)]
    [InlineData("npm test || { failed=1; }\n[ ${failed} = 0 ]\n", true)]
    [InlineData("npm test || failed=1\necho done\n", false)]
    [InlineData("npm test || true\n", false)]
    public void A_failure_is_kept_in_a_variable_that_is_looked_at_below(string script, bool isKept)
    {
        var command = First(script);

        Assert.Equal(isKept, command.KeepsFailure(new SourceSpan(command.Span.File, 0, script.Length)));
    }

    [Theory]
    [InlineData("deploy || {\n  rollback || true\n  exit 1\n}\n", true)]
    [InlineData("if deploy; then\n  rollback || true\nfi\nexit 1\n", false)]
    public void What_follows_in_the_same_branch_ends_the_script(string script, bool ends)
    {
        Assert.Equal(ends, First(script, "rollback").EndsInFailure());
    }

    private static ShellCommand First(string script, string program = "npm test")
    {
        SourceFile file = new("a.sh", script);
        return new ShellCommand([], new SourceSpan(file, script.IndexOf(program, StringComparison.Ordinal), program.Length));
    }
}
