using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Engine.Configuring;

/// <summary>A tree whose word on the audit holds, whatever the audited tree says: the base of a pull request.</summary>
/// <param name="Name">The revision, as messages name it.</param>
/// <param name="Repository">Open as long as audits by it run.</param>
/// <param name="Tree">Its paths.</param>
public sealed record TrustedTree(string Name, Repository Repository, RepositoryTree Tree)
{
    /// <summary>Its configuration, with the rules that it names there.</summary>
    public AuditSettings Settings() => SettingsReading.In(Repository, Tree);

    /// <summary>The text of one of its files; null when it has none of this path that can be read.</summary>
    public string? TextOf(string path) => Tree.Find(path) is { IsReadable: true } file ? Repository.Read(Tree, file).Text : null;
}
