using System.Globalization;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Xunit;

namespace Seaworthy.Deploying.Tests.Commands;

/// <summary>What a shell makes of quoted words is what they were.</summary>
public sealed class ShellWordsTests
{
    private const string Letters = "ab '\"\\$`!*?[]{}()<>|&;#~=%-\n\t\r\u0001\u007f-äß€😀";

    [Theory]
    [InlineData("", "''")]
    [InlineData("a", "'a'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("$(reboot); `x`\n\\", "'$(reboot); `x`\n\\'")]
    public void A_word_stands_in_single_quotes(string word, string quoted)
    {
        Assert.Equal(quoted, ShellWords.Quote(word));
    }

    [Fact]
    public void No_argument_holds_the_character_0()
    {
        Assert.Throws<ArgumentException>(() => ShellWords.Quote("a\0b"));
    }

    [Theory]
    [InlineData("/bin/sh")]
    [InlineData("/bin/bash")]
    [InlineData("/bin/busybox", "sh")]
    public void A_shell_takes_a_line_apart_into_the_same_words(params string[] shell)
    {
        Assert.SkipWhen(!File.Exists(shell[0]), $"there is no {shell[0]}");
        Random random = new(4711);
        for (var round = 0; round < 40; round++)
        {
            List<string> words = [.. Enumerable.Range(0, 50).Select(_ => Word(random))];

            // A shell within a shell, as on a host: the words are quoted twice.
            CommandLine inner = new("sh", ["-c", "printf '%s\\0' \"$@\"", "sh", .. words]);
            var said = Said(new CommandLine(shell[0], [.. shell.Skip(1), "-c", ShellWords.Join(inner)]));

            Assert.Equal(string.Concat(words.Select(word => word + "\0")), said);
        }
    }

    private static string Word(Random random)
    {
        var runes = Letters.EnumerateRunes().ToList();
        return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => runes[random.Next(runes.Count)].ToString()));
    }

    private static string Said(CommandLine line)
    {
        using MemoryStream output = new();
        var result = new ProcessRunner().Run(line, output: output);
        Assert.True(result.IsDone, string.Create(CultureInfo.InvariantCulture, $"{result.Code}: {result.Error}"));
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }
}
