using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>The text of a file, or why there is none.</summary>
public sealed record FileText(string? Text, Diagnostic? Diagnostic)
{
    /// <summary>Nothing to read and nothing to say: a directory, a submodule, a link out of the tree.</summary>
    public static FileText None { get; } = new(null, null);

    public static FileText Of(string text) => new(text, null);

    public static FileText Refused(DiagnosticKind kind, string message, string path) => new(null, new Diagnostic(kind, message, path));
}
