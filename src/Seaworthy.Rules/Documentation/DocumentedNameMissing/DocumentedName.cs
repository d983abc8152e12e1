using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Documentation;

/// <summary>What a command of a README names, and the repository itself would have to hold for the command to work.</summary>
/// <param name="What">What it is, as a person says it: <c>the npm script</c>, <c>the compose service</c>, <c>the file</c>.</param>
/// <param name="Name">As written.</param>
/// <param name="Span">Where it is named; its file is the document.</param>
/// <param name="IsThere">Something of that kind and name is anywhere in the repository.</param>
internal sealed record DocumentedName(string What, string Name, SourceSpan Span, bool IsThere)
{
    /// <summary>What is there under a name that differs little; null when nothing does.</summary>
    public string? Near { get; init; }
}
