using System.CommandLine;
using System.CommandLine.Parsing;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Importing;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy diff</c>: what a change of the repository breaks, mends and leaves.</summary>
internal static class DiffCommand
{
    public const string Lesson = """
        Both sides are audited out of git, without a checkout. The word of BASE on its audit holds for both: its configuration, its own rules, its comments that allow findings.
        What the head loosens of that is listed, and does not take effect; --config, --no-config and --config-from win over it.
        What other tools found in the head is told apart by line: new is what stands in lines that the change writes, unless --import-base says what they found in the base.
        A finding is broken (new), worse, eased, mended, unclear (the tree cannot tell any more), accepted (suppressed now), or left as it was.

        Exit codes:
          0  the change brings no finding that blocks
          1  it does
          2  the command line or the configuration makes no sense
          3  one of the audits is incomplete

        Examples:
          seaworthy diff                                 what you changed since the last commit
          seaworthy diff main                            the files on disk against main
          seaworthy diff v1.4.2..v1.5.0                  two releases
          seaworthy diff origin/main...HEAD              a branch, from where it left main: a pull request
          seaworthy diff origin/main...HEAD -f markdown  its comment
          seaworthy diff main --import trivy.sarif       with what another tool found in the files on disk
          seaworthy diff HEAD ../shop                    another repository

        A shallow clone knows no other revision: fetch the base first, or clone with the whole history (actions/checkout: fetch-depth: 0).
        """;

    private static readonly SettingsArguments Settings = new();

    private static readonly Argument<string> Range = new("range")
    {
        Description = "BASE..HEAD, BASE...HEAD (from where they parted), or BASE against the files on disk.",
        DefaultValueFactory = _ => "HEAD",
    };

    private static readonly Argument<string> Path = new("path")
    {
        Description = "The repository, or a directory in one.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly ImportArguments Imports = new();

    private static readonly ImportArguments BaseImports = new(
        "--import-base",
        "What the tools of --import found in the base. Without it, an imported finding is new when its line is."
    );

    private static readonly OutputArguments Output = new("comparison", ComparisonWriter.Formats);

    private static readonly GateArguments Gate = new("a new FAIL", "a new WARN");

    private static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Also list what is left as it was." };

    public static Command Create()
    {
        Command command = new("diff", "Audit both sides of a change, and say what it breaks, mends and leaves.") { Range, Path, Verbose };
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

        if (!new ComparisonWriter(comparison, parsed.GetValue(Verbose)).Write(Output.Of(parsed)))
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
