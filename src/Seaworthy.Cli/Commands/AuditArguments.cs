using System.CommandLine;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Commands;

/// <summary>What the command line says of an audit: the repository, whose configuration holds, and what was known before.</summary>
internal sealed class AuditArguments
{
    private readonly RepositoryArguments repository;

    private readonly SettingsArguments settings = new();

    private readonly Option<string?> baseline = new("--baseline")
    {
        Description = "Accept the findings of this file; only new ones block.",
        HelpName = "file",
    };

    private readonly ImportArguments imports = new();

    private readonly bool withBaseline;

    /// <param name="withBaseline">Whether known findings may be named; a command that writes them down needs a directory, and asks every rule.</param>
    public AuditArguments(bool withBaseline)
    {
        this.withBaseline = withBaseline;
        repository = new RepositoryArguments(isRemote: withBaseline, takesFiles: withBaseline);
    }

    public void AddTo(Command command)
    {
        repository.AddTo(command);
        settings.AddTo(command, withRules: withBaseline);
        if (withBaseline)
        {
            command.Options.Add(baseline);
            imports.AddTo(command);
        }
    }

    /// <summary>The path that was given for the repository.</summary>
    public string Path(ParseResult parsed) => repository.DirectoryOf(parsed);

    /// <summary>The file that is given instead of one, by its path in the repository.</summary>
    public string? FileIn(ParseResult parsed) => repository.FileIn(parsed);

    /// <summary>The files on disk are audited: no revision, no clone.</summary>
    public bool IsOnDisk(ParseResult parsed) => repository.IsOnDisk(parsed);

    /// <summary>What stands before a path of the report to reach the file from here.</summary>
    public string Way(ParseResult parsed) => RepositoryArguments.WayTo(Path(parsed));

    /// <summary>Somebody wrote which directory is meant.</summary>
    public bool IsNamed(ParseResult parsed) => repository.IsNamed(parsed);

    /// <summary>The report, or null when the audit cannot begin: the reason is then on standard error.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="gate">The gate that it names; null when the configuration decides.</param>
    /// <param name="reader">Who reads the repository besides; null for nobody.</param>
    public Report? Audit(ParseResult parsed, AskedGate? gate = null, AskedReader? reader = null) =>
        Audit(parsed, (report, _) => report, gate, reader);

    /// <summary>What is made of the report while the audited files can still be read.</summary>
    public T? Audit<T>(ParseResult parsed, Func<Report, Repository, T> use, AskedGate? gate = null, AskedReader? reader = null)
        where T : class
    {
        _ = Engine.Audit.Prepare();
        using Progress progress = new();
        using var opened = repository.Open(parsed, progress.Begin);
        using var source =
            opened is null ? null
            : opened.IsForeign ? settings.SourceOfForeign(parsed, opened.Root)
            : settings.Source(parsed, opened.Root);
        if (opened is null || source is null || Known(parsed, source) is not { } known || imports.Logs(parsed) is not { } found)
        {
            return null;
        }

        progress.Begin("listing the repository");
        var listing = opened.Repository.List();
        if (source.Options(opened.Repository, listing) is not { } options)
        {
            return null;
        }

        options = options with
        {
            Baseline = known.Baseline,
            Imports = found,
            CountsHidden = source.IsTreesOwn ? gate?.FailOn : null,
            Gate = gate ?? new AskedGate(),
        };
        var report = Engine.Audit.Run(opened.Repository, options, progress.Begin);
        return use(reader is null ? report : WithClaims(report, opened.Repository, options, reader, progress), opened.Repository);
    }

    /// <summary>The audit with what a reader claims and the model confirms; the same where that is nothing.</summary>
    private static Report WithClaims(Report report, Repository repository, AuditOptions options, AskedReader reader, Progress progress)
    {
        progress.Begin("waiting for the command of --with");
        if (reader.Ask(report, repository) is not { } claimed)
        {
            return report;
        }

        var whole =
            claimed.Count > 0
                ? Engine.Audit.Run(repository, options with { Imports = [.. options.Imports, claimed] }, progress.Begin)
                : report;
        return whole with { Claims = reader.Answers };
    }

    // What lies in a tree that others may write to is the trusted revision's to say.
    private KnownFindings? Known(ParseResult parsed, SettingsSource source) =>
        parsed.GetValue(baseline) is not { } file ? new KnownFindings(null)
        : NamedFiles.ReadBaseline(file, source) is { } read ? new KnownFindings(read)
        : null;

    private sealed record KnownFindings(Baseline? Baseline);
}
