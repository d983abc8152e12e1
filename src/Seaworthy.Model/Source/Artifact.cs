using Seaworthy.Model.Declared.Secrets;

namespace Seaworthy.Model.Source;

/// <summary>A file of a known kind that says something about deployment, in its format's own words. One derived record per kind, under <c>Declared/</c>.</summary>
public abstract record Artifact(SourceFile File)
{
    /// <summary>What is wrong with the file taken alone: syntax, duplicate keys, limits. Bad input is a fact, never an exception.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What the keys and values of the file give to names that promise a secret, wherever in it: no report may show it. One artifact of a file holds it for all.</summary>
    public IReadOnlyList<NamedValue> SecretValues { get; init; } = [];
}
