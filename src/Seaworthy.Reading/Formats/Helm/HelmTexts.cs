using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.GoTemplate.Yaml;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>Files of a repository as a chart sees them.</summary>
internal static class HelmTexts
{
    /// <param name="files">By their path from the directory of the chart.</param>
    public static HelmPackage? Package(IReadOnlyDictionary<string, SourceFile> files) =>
        HelmPackageReader.Read([.. files.Select(file => new HelmFile(file.Key, file.Value.Text))]);

    /// <summary>What a file of values gives; nothing where it cannot be read.</summary>
    public static GoMap Values(SourceFile file) => GoYamlReader.Read(file.Text, out _) as GoMap ?? new GoMap();

    /// <summary>A template that asks for files, which are not read.</summary>
    public static bool AsksForFiles(SourceFile template) => template.Text.Contains(".Files", StringComparison.Ordinal);

    /// <summary>A template that takes values which one of these charts, or whatever takes in the whole, may give.</summary>
    public static bool TakesValuesOf(IReadOnlyList<string> charts, SourceFile template) =>
        charts.Count > 0
        && charts
            .Append("global")
            .Any(name =>
                template.Text.Contains($".Values.{name}", StringComparison.Ordinal)
                || template.Text.Contains($"\"{name}\"", StringComparison.Ordinal)
            );

    /// <summary>What stands before a place in its line.</summary>
    public static string Before(SourceFile file, int position)
    {
        var before = file.Text.AsSpan(0, Math.Clamp(position, 0, file.Text.Length));
        return before[(before.LastIndexOf('\n') + 1)..].ToString();
    }

    /// <summary>From the place that Go names to the end of its action or line.</summary>
    public static SourceSpan Place(SourceFile file, int position)
    {
        var text = file.Text;
        var start = Math.Clamp(position, 0, Math.Max(0, text.Length - 1));
        var line = text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;
        var close = text.IndexOf("}}", start, StringComparison.Ordinal) is >= 0 and var brace && brace < line ? brace : line;
        return new SourceSpan(file, start, Math.Max(1, text[start..close].TrimEnd().Length));
    }
}
