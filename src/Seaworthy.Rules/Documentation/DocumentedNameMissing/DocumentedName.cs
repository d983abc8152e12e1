using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Documentation;

/// <summary>A name in a command of a README that the repository must have for the command to work.</summary>
/// <param name="What">Its kind, in words: <c>the npm script</c>, <c>the compose service</c>, <c>the file</c>.</param>
/// <param name="Name">As written.</param>
/// <param name="Span">Where it is named; its file is the document.</param>
/// <param name="IsThere">Something of that kind and name is anywhere in the repository.</param>
internal sealed record DocumentedName(string What, string Name, SourceSpan Span, bool IsThere)
{
    /// <summary>An existing similar name; null when there is none.</summary>
    public string? Near { get; init; }
}
