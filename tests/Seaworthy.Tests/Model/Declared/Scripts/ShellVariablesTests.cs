using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Tests.Reading.Formats.Shell;
using Xunit;

namespace Seaworthy.Tests.Model.Declared.Scripts;

public sealed class ShellVariablesTests
{
    [Theory]
    [InlineData("D=api\nx $D/src", "api/src")]
    [InlineData("A=a\nB=\"$A/b\"\nx ${B}", "a/b")]
    [InlineData("export D=api; x $D", "api")]
    [InlineData("D=api; D=api; x $D", "api")]
    [InlineData("D=api; D=web; x $D", null)]
    [InlineData("D=api y; x $D", null)]
    [InlineData("if y; then D=api; fi; x $D", null)]
    [InlineData("f() { D=api; }; x $D", null)]
    [InlineData("D=$(pwd); x $D", null)]
    [InlineData("x $D", null)]
    [InlineData("D=api; read D; x $D", null)]
    [InlineData("D=${D:-api}; x $D", null)]
    public void A_value_is_told_when_the_script_alone_decides_it(string text, string? expected)
    {
        var commands = ShellText.Parse(text);
        Assert.Equal(expected, ShellVariables.Of(commands).Value(commands.Last(command => command.Program == "x").Words[1]));
    }

    [Theory]
    [InlineData("T=${TAG:-latest}; x app:$T", "app:latest")]
    [InlineData("x app:${TAG:-latest}", "app:latest")]
    [InlineData("x app:${TAG:-\"latest\"}", "app:latest")]
    [InlineData("x app:$TAG", null)]
    [InlineData("x app:${TAG:-$(date)}", null)]
    public void Defaults_are_put_in_when_asked_for(string text, string? expected)
    {
        var commands = ShellText.Parse(text);
        Assert.Equal(expected, ShellVariables.Of(commands).DefaultValue(commands.Last(command => command.Program == "x").Words[1]));
    }

    [Theory]
    [InlineData("C='docker compose -f a.yml'\n$C up -d \"$C\"", "docker|compose|-f|a.yml|up|-d|docker compose -f a.yml")]
    [InlineData("I=app; T=1\ndocker push $I:$T $X", "docker|push|app:1|$X")]
    public void A_command_is_resolved_word_by_word(string text, string expected)
    {
        var commands = ShellText.Parse(text);
        Assert.Equal(expected, ShellVariables.Of(commands).Resolve(commands[^1]).Show());
    }
}
