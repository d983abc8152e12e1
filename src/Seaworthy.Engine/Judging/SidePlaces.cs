using Seaworthy.Engine.Configuring;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// Directories that nobody deploys from: archives, backups, what others wrote, examples, templates for others, tests. What contradicts itself there deserves a word, never a failed gate.
/// </summary>
internal sealed class SidePlaces(Deployment deployment, TrustedTree? trusted)
{
    private readonly DeclaredUses uses = DeclaredUses.Of(deployment);

    public Verdict Weigh(Verdict verdict)
    {
        if (verdict.Outcome is not (Outcome.Fail or Outcome.Warn))
        {
            return verdict;
        }

        var file = verdict.Locations[0].Span.File;
        if (uses.Part(file.Path) is not { } path)
        {
            return verdict;
        }

        if (uses.IsRun(file.Path))
        {
            return Tried(verdict, path);
        }

        var retired = FilePurposes.In(path, FilePurpose.Retired) ?? (IsRetired(file) ? file.Name : null);
        // A secret is no less given away by an old file.
        if (retired is not null && verdict.Rule.Area == Area.Secrets)
        {
            return Tried(verdict, path);
        }

        var vendored = FilePurposes.In(path, FilePurpose.Vendored);
        if (
            (retired ?? vendored ?? FilePurposes.In(path, FilePurpose.Shown)) is not { } directory
            || IsOfChart(file.Path, directory, deployment.Tree)
        )
        {
            return Tried(verdict, path);
        }

        // What is no more than likely, where nobody may ever run it, is not decided.
        if (verdict.Outcome == Outcome.Warn && retired is null && vendored is null && DependsOnUse(verdict))
        {
            return Undecided(verdict, $"It stands below {directory}/, which is there to be copied or tried");
        }

        return verdict with
        {
            // Whether anybody still runs an old one, the tree does not say; what somebody else gave away, anybody can read there.
            Outcome = (retired ?? vendored) is null || verdict.Rule.Area == Area.Secrets ? Outcome.Warn : Outcome.Unknown,
            Severity = Severity.Low,
            Confidence = Confidence.Low,
            Message =
                $"{verdict.Message} ({(path.EndsWith('/' + directory, StringComparison.Ordinal) || path == directory ? "It stands in a file that" : $"It stands below {directory}/, which")} {(retired is not null ? "looks retired" : vendored is not null ? "is somebody else's" : "is there to be copied or tried")}.)",
        };
    }

    /// <summary>By its own words. Of a change, those that the base holds too: a new comment would accept all that is wrong with the file.</summary>
    private bool IsRetired(SourceFile file) =>
        SidePlace.IsRetired(file)
        && (trusted is null || (trusted.TextOf(file.Path) is { } text && SidePlace.IsRetired(new SourceFile(file.Path, text))));

    private static Verdict Tried(Verdict verdict, string path) =>
        (verdict.Outcome, FilePurposes.In(path, FilePurpose.Test)) switch
        {
            (Outcome.Fail, { } test) => Lowered(verdict, $"It stands below {test}/, where things are tried."),
            (Outcome.Fail, null) when SidePlace.IsTemplate(path) && verdict.Rule.Area != Area.Secrets => Lowered(
                verdict,
                "By its name the file is a template, filled in and used elsewhere."
            ),
            (Outcome.Warn, { } test) when DependsOnUse(verdict) => Undecided(verdict, $"It stands below {test}/, where things are tried"),
            _ => verdict,
        };

    private static bool DependsOnUse(Verdict verdict) => verdict.Rule.Area is not (Area.Secrets or Area.Documentation);

    private static Verdict Undecided(Verdict verdict, string because) =>
        verdict with
        {
            Outcome = Outcome.Unknown,
            Message = $"{verdict.Message} ({because}: whether anybody runs it so cannot be told.)",
        };

    /// <summary>It stops a test or a copy, never what is deployed from here.</summary>
    private static Verdict Lowered(Verdict verdict, string because) =>
        verdict with
        {
            Outcome = Outcome.Warn,
            Severity = verdict.Severity > Severity.Medium ? Severity.Medium : verdict.Severity,
            Message = $"{verdict.Message} ({because})",
        };

    /// <summary>The templates of a Helm chart are what is deployed.</summary>
    private static bool IsOfChart(string path, string directory, RepositoryTree tree) =>
        directory == "templates"
        && path.IndexOf("/templates/", StringComparison.Ordinal) is > 0 and var at
        && tree.HasFile($"{path[..at]}/Chart.yaml");
}
