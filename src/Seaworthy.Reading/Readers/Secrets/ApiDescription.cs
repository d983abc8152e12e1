using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Descriptions of HTTP interfaces, whose examples show how an answer looks.</summary>
/// <remarks>Source: OpenAPI Specification 3.1.1, 4.8.1 "OpenAPI Object" and 4.8.19 "Example Object"; Swagger 2.0, "Example Object".</remarks>
internal static class ApiDescription
{
    private static readonly string[] Endings = [".yml", ".yaml", ".json"];
    private static readonly string[] Directories = ["swagger", "openapi"];
    private static readonly string[] SampleKeys = ["example", "examples", "default", "x-example", "x-examples"];

    /// <summary>The place is below <c>example</c>, <c>examples</c> or <c>default</c> of a description.</summary>
    public static bool IsExample(SourceFile file, int at) =>
        Endings.Any(ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && (IsSampleKey(OwnLine(file.Text, at)) || OuterLines.Of(file.Text, at).Any(line => IsSampleKey(line)))
        && (IsBelow(file.Path) || IsWhole(file.Text));

    // The parts of a large description are files of a directory, and only the first of them says what it is.
    private static bool IsBelow(string path) =>
        path.Split('/').SkipLast(1).Any(part => Directories.Contains(part, StringComparer.OrdinalIgnoreCase));

    /// <summary>It says the release of the specification: <c>openapi: 3.1.0</c>, <c>"swagger": "2.0"</c>.</summary>
    private static bool IsWhole(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (After(line, "openapi") is ['2' or '3', ..] || After(line, "swagger") is ['1' or '2', ..])
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSampleKey(ReadOnlySpan<char> line)
    {
        foreach (var key in SampleKeys)
        {
            if (Opens(line, key))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Opens(ReadOnlySpan<char> line, string key)
    {
        var text = line.TrimStart("- \t{\"'");
        return text.StartsWith(key, StringComparison.Ordinal) && text[key.Length..].TrimStart("\"' \t") is [':', ..];
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> line, string key) =>
        Opens(line, key) ? line[(line.IndexOf(':') + 1)..].TrimStart("\"' \t") : [];

    private static ReadOnlySpan<char> OwnLine(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return before[(before.LastIndexOf('\n') + 1)..];
    }
}
