using System.CommandLine;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Commands;

/// <summary>What an audit is told by its command line: the repository, whose configuration holds, and what was known before.</summary>
internal sealed class AuditArguments
{
    private readonly RepositoryArguments repository = new();

    private readonly Option<string?> config = new("--config")
    {
        Description = "Take this configuration instead of the repository's own seaworthy.yaml.",
        HelpName = "file",
    };

    private readonly Option<bool> noConfig = new("--no-config")
    {
        Description = "Ignore what the repository says of its own audit: seaworthy.yaml, and comments that allow findings.",
    };

    private readonly Option<string?> baseline = new("--baseline")
    {
        Description = "Findings in this file (see 'seaworthy baseline') were known: they are counted and close no gate.",
        HelpName = "file",
    };

    public void AddTo(Command command, bool withBaseline)
    {
        repository.AddTo(command);
        command.Options.Add(config);
        command.Options.Add(noConfig);
        if (withBaseline)
        {
            command.Options.Add(baseline);
        }
    }

    /// <summary>The path that was given for the repository.</summary>
    public string Path(ParseResult parsed) => parsed.GetValue(repository.Path) ?? ".";

    /// <summary>The report, or null when the audit cannot begin: the reason is then on standard error.</summary>
    public Report? Audit(ParseResult parsed)
    {
        using var opened = repository.Open(parsed);
        if (opened is null || Known(parsed) is not { } known)
        {
            return null;
        }

        using Progress progress = new();
        progress.Begin("listing the repository");
        var listing = opened.List();
        if (Settings(parsed, opened, listing.Tree) is not { } settings)
        {
            return null;
        }

        AuditOptions options = new()
        {
            Settings = settings,
            Baseline = known.Baseline,
            TakesComments = !parsed.GetValue(noConfig),
            // The same day everywhere, whatever the zone of the machine.
            Today = DateOnly.FromDateTime(DateTime.UtcNow),
            Listing = listing,
        };
        return Engine.Audit.Run(opened, options, progress.Begin);
    }

    private AuditSettings? Settings(ParseResult parsed, Repository opened, RepositoryTree tree)
    {
        AuditSettings settings;
        if (parsed.GetValue(config) is { } file)
        {
            if (NamedFiles.Read(file) is not { } bytes)
            {
                return null;
            }

            using MemoryStream stream = new(bytes);
            using StreamReader reader = new(stream);
            settings = SettingsReading.Of(new SourceFile(NamedFiles.Name(file), reader.ReadToEnd()));
        }
        else
        {
            settings = parsed.GetValue(noConfig) ? AuditSettings.None : SettingsReading.In(opened, tree);
        }

        foreach (var fault in settings.Faults)
        {
            var place = fault.Span.IsWholeFile ? settings.Path : $"{settings.Path}:{fault.Span.StartLine}:{fault.Span.StartColumn}";
            Console.Error.WriteLine($"seaworthy: {place}: {Engine.Reporting.Quote.Text(fault.Message)}");
        }

        return settings.Faults.Count == 0 ? settings : null;
    }

    private KnownFindings? Known(ParseResult parsed) =>
        parsed.GetValue(baseline) is not { } file ? new KnownFindings(null)
        : NamedFiles.ReadBaseline(file) is { } read ? new KnownFindings(read)
        : null;

    private sealed record KnownFindings(Baseline? Baseline);
}
