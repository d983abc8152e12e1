using System.CommandLine;
using System.CommandLine.Parsing;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Importing;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy diff</c>: what a change of the repository breaks, fixes and leaves.</summary>
internal static class DiffCommand
{
    public const string Lesson = """
        Both sides are read from git without a checkout, and judged by the configuration and comments of BASE, so that
        a change cannot loosen its own audit. What it would loosen is listed. --config, --no-config and --config-from override BASE.
        Findings of --import are new when their lines are, unless --import-base names those of the base.

        Exit codes:
          0  the change brings nothing that blocks
          1  it does
          2  the command line or the configuration is wrong
          3  one of the audits is incomplete

        Examples:
          seaworthy diff                                 uncommitted changes
          seaworthy diff main                            the files on disk against main
          seaworthy diff v1.4.2..v1.5.0                  two releases
          seaworthy diff origin/main...HEAD              a branch since it left main: a pull request
          seaworthy diff origin/main...HEAD -q           what of it blocks, one line each
          seaworthy diff origin/main...HEAD -f markdown  its comment
          seaworthy diff origin/main...HEAD -f review    its comments line by line, as JSON (eng/action-comment)
          seaworthy diff HEAD ../shop                    another repository

        A shallow clone lacks older revisions: fetch the base first (actions/checkout: fetch-depth: 0).
        """;

    private static readonly SettingsArguments Settings = new();

    private static readonly Argument<string> Range = new("range")
    {
        Description = "BASE..HEAD, BASE...HEAD (since they parted), or BASE against the files on disk. [default: HEAD]",
        DefaultValueFactory = _ => "HEAD",
    };

    private static readonly Argument<string> Path = new("path")
    {
        Description = "Directory of the repository. [default: .]",
        DefaultValueFactory = _ => ".",
    };

    private static readonly ImportArguments Imports = new();

    private static readonly ImportArguments BaseImports = new("--import-base", "Findings of the same tools in the base. Repeatable.");

    private static readonly OutputArguments Output = new("comparison", ComparisonWriter.Formats);

    private static readonly GateArguments Gate = new("a new FAIL", "a new WARN");

    private static readonly ShownArguments Shown = new();

    private static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Also list unchanged findings." };

    public static Command Create()
    {
        Command command = new("diff", "Compare two revisions: what a change breaks and fixes.") { Range, Path, Verbose };
        Shown.AddTo(command);
        Gate.AddTo(command);
        Output.AddTo(command);
        Settings.AddTo(command);
        Imports.AddTo(command);
        BaseImports.AddTo(command);
        command.Validators.Add(Validate);
        command.SetAction(Run);
        return command;
    }

    private static void Validate(CommandResult result)
    {
        if (BaseImports.Files(result).Count > 0 && Imports.Files(result).Count == 0)
        {
            result.AddError("--import-base needs --import: what the same tools found in the head.");
        }
    }

    private static int Run(ParseResult parsed)
    {
        if (Compare(parsed) is not { } comparison)
        {
            return ExitCode.Usage;
        }

        ComparisonWriter writer = new(Shown.Least(parsed) is { } least ? comparison.From(least) : comparison)
        {
            Directory = RepositoryArguments.WayTo(parsed.GetValue(Path) ?? "."),
            IsQuiet = Shown.IsQuiet(parsed),
            IsVerbose = parsed.GetValue(Verbose),
        };
        if (!writer.Write(Output.Of(parsed)))
        {
            return ExitCode.Usage;
        }

        return comparison.IsIncomplete ? ExitCode.Incomplete
            : comparison.ClosesGate ? ExitCode.Findings
            : ExitCode.Fit;
    }

    private static Comparison? Compare(ParseResult parsed)
    {
        var path = parsed.GetValue(Path) ?? ".";
        var range = RevisionRange.Parse(parsed.GetValue(Range) ?? "HEAD");
        if (!RepositoryArguments.IsDirectory(path) || Base(path, range) is not { } first)
        {
            return null;
        }

        using var before = RepositoryArguments.AtRevision(path, first);
        // Who writes a change chooses from where it parts; the word of the base is that of its newest commit.
        using var tip = before is null || !range.IsFromMergeBase ? null : RepositoryArguments.AtRevision(path, range.Base);
        using Repository? after =
            before is null ? null
            : range.Head is { } head ? RepositoryArguments.AtRevision(path, head)
            : new DirectoryRepository(path);
        if (before is null || after is null || (tip is null && range.IsFromMergeBase))
        {
            return null;
        }

        using Progress progress = new();
        progress.Begin("listing the repository");
        Side then = new(before, before.List());
        Side now = new(after, after.List());
        using var source = Settings.Source(parsed, path, new TrustedTree(range.Base, tip ?? before, (tip?.List() ?? then.Listing).Tree));
        return source?.Options(after, now.Listing) is { } options
            ? Compare(parsed, then, now, options with { Gate = Gate.Of(parsed) }, progress)
            : null;
    }

    private static Comparison? Compare(ParseResult parsed, Side before, Side after, AuditOptions options, Progress progress)
    {
        if (Imports.Logs(parsed) is not { } found || BaseImports.Logs(parsed) is not { } known)
        {
            return null;
        }

        var knownThen =
            known.Count > 0 ? known : ImportedBase.Of(found, before.Repository, before.Listing.Tree, after.Repository, after.Listing.Tree);
        var comparison = Comparison.Of(
            Audit.Run(
                before.Repository,
                options with
                {
                    Listing = before.Listing,
                    Imports = knownThen,
                },
                stage => progress.Begin($"base: {stage}")
            ),
            Audit.Run(after.Repository, options with { Imports = found }, stage => progress.Begin($"head: {stage}"))
        );
        TrustedTree started = new("", before.Repository, before.Listing.Tree);
        return comparison.Loosening(
            Loosenings.Of(
                started,
                after.Repository,
                after.Listing.Tree,
                comparison.After.Deployment.Artifacts.Select(artifact => artifact.File)
            )
        );
    }

    private static string? Base(string path, RevisionRange range)
    {
        if (!range.IsFromMergeBase)
        {
            return range.Base;
        }

        if (range.MergeBase(path) is { } parted)
        {
            return parted;
        }

        using var before = RepositoryArguments.AtRevision(path, range.Base);
        using var after = before is null ? null : RepositoryArguments.AtRevision(path, range.Head ?? "HEAD");
        if (after is not null)
        {
            Console.Error.WriteLine(
                $"seaworthy: '{range.Base}' and '{range.Head}' have no common commit here; a shallow clone may lack it."
            );
        }

        return null;
    }

    private sealed record Side(Repository Repository, RepositoryListing Listing);
}
