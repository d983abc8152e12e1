using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A redirection: operator (<c>&gt;</c>, <c>&gt;&gt;</c>, <c>&lt;</c>, <c>&lt;&lt;</c>…), its target, and the body of a here-document.</summary>
public sealed record ShellRedirect(string Operator, ShellWord Target, string? HereDocument = null)
{
    /// <summary>The body of the here-document with its places.</summary>
    public MappedText? HereDocumentText { get; init; }
}
