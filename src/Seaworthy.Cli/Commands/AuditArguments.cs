using System.CommandLine;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Suppressing;

namespace Seaworthy.Cli.Commands;

/// <summary>What an audit is told by its command line: the repository, whose configuration holds, and what was known before.</summary>
internal sealed class AuditArguments
{
    private readonly RepositoryArguments repository = new();

    private readonly SettingsArguments settings = new();

    private readonly Option<string?> baseline = new("--baseline")
    {
        Description = "Findings in this file (see 'seaworthy baseline') were known: they are counted and close no gate.",
        HelpName = "file",
    };

    private readonly ImportArguments imports = new();

    public void AddTo(Command command, bool withBaseline)
    {
        repository.AddTo(command);
        settings.AddTo(command);
        if (withBaseline)
        {
            command.Options.Add(baseline);
            imports.AddTo(command);
        }
    }

    /// <summary>The path that was given for the repository.</summary>
    public string Path(ParseResult parsed) => parsed.GetValue(repository.Path) ?? ".";

    /// <summary>The report, or null when the audit cannot begin: the reason is then on standard error.</summary>
    public Report? Audit(ParseResult parsed)
    {
        _ = Engine.Audit.Prepare();
        using var opened = repository.Open(parsed);
        if (opened is null || Known(parsed) is not { } known || imports.Logs(parsed) is not { } found)
        {
            return null;
        }

        using Progress progress = new();
        progress.Begin("listing the repository");
        var listing = opened.List();
        return settings.Options(parsed, opened, listing) is { } options
            ? Engine.Audit.Run(opened, options with { Baseline = known.Baseline, Imports = found }, progress.Begin)
            : null;
    }

    private KnownFindings? Known(ParseResult parsed) =>
        parsed.GetValue(baseline) is not { } file ? new KnownFindings(null)
        : NamedFiles.ReadBaseline(file) is { } read ? new KnownFindings(read)
        : null;

    private sealed record KnownFindings(Baseline? Baseline);
}
