using Seaworthy.Rules.Pipelines;
using Xunit;

namespace Seaworthy.Tests.Rules.Pipelines;

public sealed class InnerVariablesTests
{
    [Theory]
    [InlineData("TRIES=0\nwhile [ $TRIES -lt 3 ]; do :; done", "TRIES")]
    [InlineData("export OLD=\"$(docker ps -q)\"; docker stop ${OLD}", "OLD")]
    [InlineData("for name in a b; do echo $name; done", "name")]
    [InlineData("if true; then ID=$(id -u); fi\necho $ID", "ID")]
    public void What_the_text_sets_and_uses_without_a_backslash_is_found(string text, string name)
    {
        var variable = Assert.Single(InnerVariables.Of(text));
        Assert.Equal(name, variable.Name);
        Assert.StartsWith(name, text[variable.Assignment..], StringComparison.Ordinal);
        Assert.Equal('$', text[variable.Use]);
    }

    [Theory]
    [InlineData("TRIES=0\necho \\$TRIES")]
    [InlineData("echo $TAG\nTAG=1")]
    [InlineData("FILE=prod.yml docker compose up\necho $FILE")]
    [InlineData("docker build --build-arg VERSION=1 .\necho $VERSION")]
    [InlineData("export PATH=/opt/bin:$PATH\necho $PATH")]
    public void What_comes_from_outside_or_arrives_whole_is_not(string text) => Assert.Empty(InnerVariables.Of(text));

    [Fact]
    public void Any_text_comes_to_an_end()
    {
        const string Text = "A=\"$(x 'y' `z`)\" B=${C\\}; for i in; D=$A$B'";
        for (var length = 0; length <= Text.Length; length++)
        {
            Assert.All(InnerVariables.Of(Text[..length]), variable => Assert.InRange(variable.Use, 0, length - 1));
        }
    }
}
