using Seaworthy.Engine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Cli.Commands;

/// <summary>Whose word on an audit holds: a file that the command line names, nobody's, a trusted revision's, or the audited tree's own. Open as long as audits by it run.</summary>
internal sealed class SettingsSource : IDisposable
{
    private readonly GitRevisionRepository? revision;
    private DirectoryRepository? beside;

    /// <param name="revision">The revision whose word holds, where it was opened for this alone.</param>
    public SettingsSource(GitRevisionRepository? revision = null) => this.revision = revision;

    /// <summary>The directory of the audited tree on disk.</summary>
    public required string Root { get; init; }

    /// <summary>A configuration that the command line names, with its text.</summary>
    public SourceFile? File { get; init; }

    /// <summary>Where that file lies.</summary>
    public string? FileName { get; init; }

    /// <summary>The tree says nothing of its own audit.</summary>
    public bool IsNone { get; init; }

    /// <summary>The tree that says it; null for none but the audited one.</summary>
    public TrustedTree? Trusted { get; init; }

    /// <summary>The tree whose comments alone allow findings; null for the audited one.</summary>
    public TrustedTree? Comments { get; init; }

    /// <summary>Which rules the command line asks.</summary>
    public RuleChoice Choice { get; init; } = RuleChoice.All;

    /// <summary>Comments of the tree allow findings.</summary>
    private bool TakesComments { get; set; } = true;

    /// <summary>The same, and no comment allows a finding.</summary>
    public SettingsSource WithoutComments()
    {
        TakesComments = false;
        return this;
    }

    /// <summary>The audited tree speaks for itself.</summary>
    public bool IsTreesOwn => File is null && !IsNone && Trusted is null;

    /// <summary>What an audit is reported, or null when the configuration is faulty: the reason is then on standard error.</summary>
    public AuditOptions? Options(Repository opened, RepositoryListing listing)
    {
        var settings = Settings(opened, listing.Tree);
        foreach (var fault in settings.Faults)
        {
            var path = Trusted is null ? fault.Span.File.Path : $"{Trusted.Name}:{fault.Span.File.Path}";
            var place = fault.Span.IsWholeFile ? path : $"{path}:{fault.Span.StartLine}:{fault.Span.StartColumn}";
            Console.Error.WriteLine($"seaworthy: {Engine.Reporting.Quote.Text($"{place}: {fault.Message}")}");
        }

        var missing = Choice.MissingIn(settings);
        if (missing is not null)
        {
            Console.Error.WriteLine($"seaworthy: the configuration brings no rule '{missing}'.");
        }

        return settings.Faults.Count == 0 && missing is null
            ? new AuditOptions
            {
                Settings = settings,
                Choice = Choice,
                TakesComments = TakesComments && !IsNone,
                Trusted = Comments,
                // The same day everywhere, whatever the zone of the machine.
                Today = DateOnly.FromDateTime(DateTime.UtcNow),
                Listing = listing,
            }
            : null;
    }

    /// <summary>The path of a file from the root of the audited tree, by whatever name it is reached; null for one outside.</summary>
    public string? PathInTree(string file) => PathBelow(Root, file);

    /// <summary>Whether a file lies in the repository, though not in the audited directory of it.</summary>
    public bool IsBesideTree(string file) =>
        RepositoryTop.Of(Path.GetFullPath(Root)) is { } top && PathInTree(file) is null && PathBelow(top, file) is not null;

    private static string? PathBelow(string root, string file)
    {
        return Below(Path.GetFullPath(root), Path.GetFullPath(file)) ?? Below(RealPath.Of(root), RealPath.Of(file));

        static string? Below(string? above, string? below)
        {
            var path = above is null || below is null ? ".." : Path.GetRelativePath(above, below).Replace('\\', '/');
            return Path.IsPathRooted(path) || path == ".." || path.StartsWith("../", StringComparison.Ordinal) ? null : path;
        }
    }

    public void Dispose()
    {
        beside?.Dispose();
        revision?.Dispose();
    }

    private AuditSettings Settings(Repository opened, RepositoryTree tree) =>
        File is { } file ? Of(file, opened, tree)
        : IsNone ? AuditSettings.None
        : Trusted is { } trusted ? SettingsAbove.Nearest(trusted.Settings(), Root, trusted.Name)
        : SettingsAbove.Nearest(SettingsReading.In(opened, tree), Root, (opened as GitRevisionRepository)?.Revision);

    // Rules lie beside the configuration that names them: those of one outside are never taken from the audited tree.
    private AuditSettings Of(SourceFile file, Repository opened, RepositoryTree tree)
    {
        var settings = SettingsReading.Of(file);
        var name = FileName ?? file.Path;
        if (!settings.NamesRules)
        {
            return settings;
        }

        if (PathInTree(name) is not null)
        {
            return SettingsReading.Of(file, opened, tree);
        }

        var path = Path.GetFullPath(name);
        beside ??= new DirectoryRepository(Path.GetDirectoryName(path) ?? path);
        return SettingsReading.Of(file, beside, beside.List().Tree);
    }
}
