using System.Text.Json;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>A place as a SARIF <c>location</c>: a URI relative to the root, lines and columns.</summary>
internal static class SarifPlace
{
    /// <summary>What URIs are relative to.</summary>
    public const string Root = "SRCROOT";

    public static void Write(Utf8JsonWriter json, Location location)
    {
        WritePhysical(json, location.Span);
        if (location.Note is { } note)
        {
            SarifText.Write(json, "message", note);
        }
    }

    /// <summary>A viewer shows the message and nothing else of another place: without a note it is the line.</summary>
    public static void WriteRelated(Utf8JsonWriter json, Location location, int id, Report report)
    {
        json.WriteNumber("id", id);
        WritePhysical(json, location.Span);
        SarifText.Write(
            json,
            "message",
            location.Note ?? (report.LineAt(location.Span) is { Length: > 0 } line ? line : location.Span.File.Path)
        );
    }

    public static void WriteFile(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, path);
        json.WriteEndObject();
    }

    private static void WritePhysical(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, span.File.Path);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", span.StartLine);
        // SARIF would leave the region of a whole file out; GitHub demands one, and shows the first line.
        if (!span.IsWholeFile)
        {
            json.WriteNumber("startColumn", span.StartColumn);
            json.WriteNumber("endLine", span.EndLine);
            json.WriteNumber("endColumn", span.EndColumn);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(path));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
    }

    // Escaped as RFC 3986 asks, nothing in a name can be markup, a line break or a scheme.
    private static string Uri(string path) => string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
}
