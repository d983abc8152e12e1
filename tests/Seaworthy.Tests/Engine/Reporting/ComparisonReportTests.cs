using System.Text.Json;
using System.Text.Json.Nodes;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;
using Seaworthy.Tests.Engine.Comparing;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed class ComparisonReportTests
{
    private const string Before = "BAD_a=1\nDOUBTFUL_b=1\nBAD_c=1\nBAD_d=1\nBAD_e=1\n";
    private const string After = "GOOD_a=1\nBAD_b=1\nDOUBTFUL_c=1\nOPEN_d=1\nBAD_e=1\nBAD_`f`<b>=1\n";

    private static readonly Comparison Every = Compared.Of(Before, After);

    [Fact]
    public void The_headline_counts_every_kind() =>
        Assert.Equal("1 broken, 1 worse, 1 unclear, 1 eased, 1 fixed; 1 left as before (1 FAIL, 0 WARN)", ComparisonText.Headline(Every));

    [Fact]
    public void The_headline_says_that_nothing_changed() =>
        Assert.Equal("Nothing broken, nothing fixed; 0 left as before (0 FAIL, 0 WARN)", ComparisonText.Headline(Compared.Of("", "")));

    [Fact]
    public void Markdown_tells_harm_in_full_and_the_rest_in_a_line()
    {
        using StringWriter output = new();
        MarkdownComparison.Write(Every, output);
        var text = output.ToString();

        Assert.Contains("## This change breaks\n\n### FAIL: Line: \\`f\\`&lt;b&gt;\n", text, StringComparison.Ordinal);
        Assert.Contains("## This change fixes\n\n- FAIL high: Line: a, `.env:1` (holds now)\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(": e", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_are_of_what_the_change_brings_alone()
    {
        using StringWriter output = new();
        GithubAnnotations.Write(Every.Harm(), output);

        Assert.Equal(2, output.ToString().Split("::error ").Length - 1);
        Assert.DoesNotContain("::warning", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Before, After)]
    [InlineData("", "")]
    public void Json_keeps_to_its_schema(string before, string after)
    {
        var json = Json(Compared.Of(before, after));

        Assert.Empty(new SchemaValidator(Schema()).Complaints(json));
    }

    [Fact]
    public void Json_keeps_to_its_schema_for_a_whole_audit()
    {
        IReadOnlyList<MemoryFile> files =
        [
            new("compose.yaml", "services:\n  api:\n    image: a\n  api:\n    port: 1\n"),
            new("Dockerfile", "\0"),
        ];
        using MemoryRepository repository = new(files);
        using MemoryRepository empty = new([]);

        var json = Json(Comparison.Of(Seaworthy.Engine.Audit.Run(empty), Seaworthy.Engine.Audit.Run(repository)));

        Assert.NotEmpty(json.GetProperty("changes").EnumerateArray());
        Assert.Empty(new SchemaValidator(Schema()).Complaints(json));
    }

    [Fact]
    public void Every_kind_of_change_is_in_the_schema() =>
        Assert.Equal(
            Enum.GetValues<ChangeKind>().Where(kind => kind != ChangeKind.Left).Select(Words.Of),
            Schema().GetProperty("$defs").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(word => word.GetString())
        );

    private static JsonElement Json(Comparison comparison)
    {
        using MemoryStream output = new();
        JsonComparison.Write(comparison, output);
        return JsonDocument.Parse(output.ToArray()).RootElement;
    }

    // The schema names definitions of the report's: for the validator they become its own.
    private static JsonElement Schema()
    {
        var own = Read("diff.schema.json", text => text.Replace("report.schema.json#", "#", StringComparison.Ordinal));
        foreach (var (name, definition) in Read("report.schema.json", text => text)["$defs"]!.AsObject())
        {
            own["$defs"]!.AsObject().TryAdd(name, definition?.DeepClone());
        }

        return JsonSerializer.SerializeToElement(own);
    }

    private static JsonObject Read(string name, Func<string, string> change) =>
        JsonNode.Parse(change(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", name))))!.AsObject();
}
