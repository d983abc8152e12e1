using System.CommandLine;
using Seaworthy.Engine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Commands;

/// <summary>Whose configuration holds for an audit.</summary>
internal sealed class SettingsArguments
{
    private readonly Option<string?> config = new("--config")
    {
        Description = "Take this configuration instead of the repository's own seaworthy.yaml.",
        HelpName = "file",
    };

    private readonly Option<bool> noConfig = new("--no-config")
    {
        Description = "Ignore what the repository says of its own audit: seaworthy.yaml, and comments that allow findings.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(config);
        command.Options.Add(noConfig);
    }

    /// <summary>What the audit of a repository is told, or null when its configuration is faulty: the reason is then on standard error.</summary>
    public AuditOptions? Options(ParseResult parsed, Repository opened, RepositoryListing listing) =>
        Settings(parsed, opened, listing.Tree) is { } settings
            ? new AuditOptions
            {
                Settings = settings,
                TakesComments = !parsed.GetValue(noConfig),
                // The same day everywhere, whatever the zone of the machine.
                Today = DateOnly.FromDateTime(DateTime.UtcNow),
                Listing = listing,
            }
            : null;

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
            settings = SettingsReading.Of(new SourceFile(NamedFiles.Name(file), reader.ReadToEnd()), opened, tree);
        }
        else
        {
            settings = parsed.GetValue(noConfig) ? AuditSettings.None : SettingsReading.In(opened, tree);
        }

        foreach (var fault in settings.Faults)
        {
            var path = fault.Span.File.Path;
            var place = fault.Span.IsWholeFile ? path : $"{path}:{fault.Span.StartLine}:{fault.Span.StartColumn}";
            Console.Error.WriteLine($"seaworthy: {place}: {Engine.Reporting.Quote.Text(fault.Message)}");
        }

        return settings.Faults.Count == 0 ? settings : null;
    }
}
