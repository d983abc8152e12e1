using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Readers.Settings;

namespace Seaworthy.Engine.Configuring;

/// <summary>Finds and reads the configuration of an audit.</summary>
public static class SettingsReading
{
    /// <summary>The names under which it is looked for at the root of the audited tree.</summary>
    public static IReadOnlyList<string> Names { get; } = ["seaworthy.yaml", "seaworthy.yml", ".seaworthy.yaml", ".seaworthy.yml"];

    public static AuditSettings Of(SourceFile file) => new(SettingsReader.Read(file, SettingsVocabulary.All));

    /// <summary>A configuration from elsewhere, for this tree: files of rules that it names are those of the tree.</summary>
    public static AuditSettings Of(SourceFile file, Repository repository, RepositoryTree tree)
    {
        var declared = SettingsReader.Read(file, SettingsVocabulary.All);
        return new AuditSettings(declared, PolicyFiles.Of(declared, repository, tree));
    }

    /// <summary>What the tree itself says, a revision's as well as a directory's. A file that git ignores is no part of it.</summary>
    public static AuditSettings In(Repository repository, RepositoryTree tree) => In(repository, tree, "");

    /// <param name="repository">Where the configuration lies.</param>
    /// <param name="tree">Its paths.</param>
    /// <param name="directory">The way from there to the audited directory, with a slash at its end; empty when it is that one.</param>
    internal static AuditSettings In(Repository repository, RepositoryTree tree, string directory)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(tree);
        var files = tree.FilesIn("").Where(file => file.IsReadable && Names.Contains(file.Path, StringComparer.Ordinal)).ToList();
        if (files is not [var first, ..])
        {
            return AuditSettings.None;
        }

        var content = repository.Read(tree, first);
        SourceFile source = new(
            string.Concat(directory.Where(letter => letter == '/').Select(_ => "../")) + first.Path,
            content.Text ?? ""
        );
        return files.Count > 1 ? Refused(source, $"{files[1].Path} is there as well: keep one of them")
            : content.Text is null ? Refused(source, content.Diagnostic?.Message ?? "The link leads out of the repository.")
            : Of(source, repository, tree).For(directory);
    }

    private static AuditSettings Refused(SourceFile file, string why) =>
        new(new SettingsFile(file, [new Problem(ProblemKind.Syntax, why, file.Whole)]));
}
