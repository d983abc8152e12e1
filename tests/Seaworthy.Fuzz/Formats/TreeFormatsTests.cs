using Seaworthy.Reading.Formats.Json;
using Seaworthy.Reading.Formats.Toml;
using Seaworthy.Reading.Formats.Yaml;
using Seaworthy.Tests.Reading.Formats.Tree;
using Xunit;

namespace Seaworthy.Fuzz.Formats;

/// <summary>YAML, TOML and JSON of any size cost time in proportion.</summary>
[Collection(nameof(Measured))]
public sealed class TreeFormatsTests
{
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
    [InlineData("- \"x\ny\"\n", 50_000)]
    [InlineData("- |\n     \n  x\n", 50_000)]
    [InlineData("- [\n1\n]\n", 50_000)]
    [InlineData("- \"x\n", 50_000)]
    public void Hostile_repetition_of_YAML_takes_linear_time(string unit, int times) =>
        Growth.OfRepetition(unit, times, text => NodeFileCheck.Read(YamlParser.Parse, text));

    [Theory]
    [InlineData("a = [", 200_000)]
    [InlineData("[", 500_000)]
    [InlineData("a.", 500_000)]
    [InlineData("[a.", 200_000)]
    [InlineData("a = {", 200_000)]
    [InlineData("a = 1\n", 200_000)]
    [InlineData("[[a]]\n", 200_000)]
    [InlineData("\"\"\"", 200_001)]
    [InlineData("x = '\n", 200_000)]
    public void Hostile_repetition_of_TOML_takes_linear_time(string unit, int times)
    {
        Growth.OfRepetition(unit, times, text => NodeFileCheck.Read(TomlParser.Parse, text));
        Growth.OfRepetition(unit, times, text => NodeFileCheck.Read(TomlParser.Parse, text), head: "a = ");
    }

    [Theory]
    [InlineData("[", 500_000)]
    [InlineData("{\"a\":", 300_000)]
    [InlineData("[1,", 300_000)]
    [InlineData("]", 500_000)]
    [InlineData(":", 500_000)]
    [InlineData("1,", 500_000)]
    [InlineData("\"", 500_001)]
    [InlineData("/*", 500_000)]
    [InlineData("\\", 500_000)]
    public void Hostile_repetition_of_JSON_takes_linear_time(string unit, int times) =>
        Growth.OfRepetition(unit, times, text => NodeFileCheck.Read(JsonParser.Parse, text), head: "[");
}
