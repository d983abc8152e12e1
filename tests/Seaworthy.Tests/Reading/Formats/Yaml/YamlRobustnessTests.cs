using System.Diagnostics;
using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Yaml;

public sealed class YamlRobustnessTests
{
    private const string Valid =
        "# c\n%TAG ! tag:x,2000:\n---\na: &x {b: [1, 'two', \"th\\u0072ee\"], <<: {z: 1}}\nd: |\n  text {{ x }}\n e: 1\n? k\n: v\nf: *x\n<<: *x\ng: >-\n  fo\n  ld\n---\n- !t x\n- - y\n  - z: {{ q }}\n";

    [Fact]
    public void A_file_cut_anywhere_is_read_with_every_place_inside_it()
    {
        for (var length = 0; length <= Valid.Length; length++)
        {
            Check(Valid[..length]);
            Check(Valid[length..]);
        }
    }

    [Fact]
    public void Random_text_is_read_with_every_place_inside_it()
    {
        const string Alphabet = "ab: -?,[]{}#&*!|>'\"%@`\n\n  \t\r\\<~.{}$\u00e9\uFEFF\u2028\0\uD83D";
        Random random = new(7);
        for (var round = 0; round < 3000; round++)
        {
            StringBuilder text = new();
            for (var length = random.Next(60); length > 0; length--)
            {
                text.Append(Alphabet[random.Next(Alphabet.Length)]);
            }

            Check(text.ToString());
        }
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 50_000)]
    [InlineData("- ", 20_000)]
    [InlineData("\"", 100_001)]
    [InlineData("a", 2_000_000)]
    [InlineData("a: b\n", 300_000)]
    [InlineData("? ", 20_000)]
    [InlineData("---\n[\n", 50_000)]
    [InlineData("{{", 200_000)]
    [InlineData("<<<<<<<\n=======\n>>>>>>>\n", 50_000)]
    [InlineData("a, ", 300_000)]
    [InlineData("&a ", 50_000)]
    [InlineData("#", 500_000)]
    public void Hostile_repetition_takes_little_time(string unit, int times)
    {
        var watch = Stopwatch.StartNew();

        Check(string.Concat(Enumerable.Repeat(unit, times)));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Fact]
    public void An_alias_bomb_is_stopped_and_reported()
    {
        StringBuilder bomb = new("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [");
            bomb.AppendJoin(", ", Enumerable.Repeat($"*a{level - 1}", 10)).Append("]\n");
        }

        var read = YamlParser.Parse(new SourceFile("bomb.yaml", bomb.ToString()));

        Assert.Equal(ProblemKind.Limit, Assert.Single(read.Problems).Kind);
        Assert.True(Count(read.Root) < 2_000_000);
    }

    [Fact]
    public void A_value_that_holds_itself_is_reported()
    {
        var read = YamlParser.Parse(new SourceFile("a.yaml", "a: &x\n  b: *x\n"));

        Assert.Contains("holds it", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
    }

    private static void Check(string text)
    {
        SourceFile file = new("a.yaml", text);
        var read = YamlParser.Parse(file);
        foreach (var problem in read.Problems)
        {
            Inside(problem.Span);
        }

        foreach (var document in read.Documents)
        {
            Inside(document);
        }
    }

    private static void Inside(Node node)
    {
        Inside(node.Span);
        foreach (var item in node.Items)
        {
            Inside(item);
        }

        foreach (var entry in node.Entries)
        {
            Inside(entry.KeySpan);
            Inside(entry.Span);
            Inside(entry.Value);
        }

        if (node is ScalarNode { Value.Length: < 1000 } scalar)
        {
            Inside(scalar.Mapped.Span(0, scalar.Value.Length));
        }
    }

    private static void Inside(SourceSpan span) =>
        Assert.True(
            span.Start >= 0 && span.Length >= 0 && span.End <= span.File.Text.Length,
            $"{span.Start}+{span.Length} of {span.File.Text.Length}"
        );

    private static int Count(Node? node) => node is null ? 0 : 1 + node.Items.Sum(Count) + node.Entries.Sum(entry => Count(entry.Value));
}
