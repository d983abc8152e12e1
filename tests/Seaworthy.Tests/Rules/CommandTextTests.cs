using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Rules;

public sealed class CommandTextTests
{
    [Theory]
    [InlineData("compose.yaml", "docker compose -f compose.yaml config")]
    [InlineData("my files/compose.yaml", "docker compose -f 'my files/compose.yaml' config")]
    [InlineData("$(reboot).yaml", "docker compose -f '$(reboot).yaml' config")]
    [InlineData("a'; reboot; '.yaml", "docker compose -f 'a'\\''; reboot; '\\''.yaml' config")]
    [InlineData("a\nreboot", null)]
    public void A_value_of_the_repository_is_one_word_for_the_shell(string path, string? wanted)
    {
        Assert.Equal(wanted, CommandText.Of($"docker compose -f {path} config"));
    }

    [Theory]
    [InlineData("DATABASE_URL", "grep -n 'name: DATABASE_URL' x | wc -l")]
    [InlineData("two words", "grep -n 'name: two words' x | wc -l")]
    [InlineData("'; reboot; '", null)]
    [InlineData("$(reboot)", null)]
    public void Inside_quotes_only_what_is_harmless_stands(string name, string? wanted)
    {
        Assert.Equal(wanted, CommandText.Of($"grep -n 'name: {name}' x | wc -l"));
    }

    [Fact]
    public void Several_values_are_several_words()
    {
        IEnumerable<string> files = ["a.yaml", "b c.yaml"];

        Assert.Equal("cat a.yaml 'b c.yaml'", CommandText.Of($"cat {files}"));
    }

    [Fact]
    public void The_constant_part_stays_as_its_author_wrote_it()
    {
        Assert.Equal("a \"b $(c)\" 8080 && d", CommandText.Of($"a \"b $(c)\" {8080} && {"d"}"));
    }

    [Fact]
    public void A_command_inside_a_command_is_quoted_once()
    {
        CommandText inner = $"docker build -q {"my app"}";

        Assert.Equal("docker run $(docker build -q 'my app') ls", CommandText.Of($"docker run $({inner}) ls"));
    }

    [Fact]
    public void Text_put_together_in_place_is_a_word_all_the_same()
    {
        Assert.Equal("grep -E '^ *ARG +a;reboot'", CommandText.Of($"grep -E {$"^ *ARG +{"a;reboot"}"}"));
    }

    [Fact]
    public void A_verdict_takes_no_check_that_is_plain_text()
    {
        Assert.All(
            typeof(Verdict).GetMethods().Where(method => method.Name.StartsWith("Verify", StringComparison.Ordinal)),
            method => Assert.DoesNotContain(method.GetParameters(), parameter => parameter.ParameterType == typeof(string))
        );
    }
}
