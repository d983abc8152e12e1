using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;
using Seaworthy.Tests.Reading.Formats.Tree;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Yaml;

public sealed class YamlRobustnessTests
{
    private const string Valid =
        "# c\n%TAG ! tag:x,2000:\n---\na: &x {b: [1, 'two', \"th\\u0072ee\"], <<: {z: 1}}\nd: |\n  text {{ x }}\n e: 1\n? k\n: v\nf: *x\n<<: *x\ng: >-\n  fo\n  ld\n---\n- !t x\n- - y\n  - z: {{ q }}\n";

    [Fact]
    public void A_file_cut_anywhere_is_read_with_every_place_inside_it() => NodeFileCheck.CutAnywhere(YamlParser.Parse, Valid);

    [Fact]
    public void Random_text_is_read_with_every_place_inside_it() =>
        NodeFileCheck.Random(YamlParser.Parse, "ab: -?,[]{}#&*!|>'\"%@`\n\n  \t\r\\<~.{}$\u00e9\uFEFF\u2028\0\uD83D");

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

        Assert.Contains("contains it", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
    }

    private static int Count(Node? node) => node is null ? 0 : 1 + node.Items.Sum(Count) + node.Entries.Sum(entry => Count(entry.Value));
}
