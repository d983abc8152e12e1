using System.Text.RegularExpressions;
using Seaworthy.Engine;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules;

namespace Seaworthy.Fuzz.Trees;

/// <summary>
/// Whether a change breaks or hides a file. It does when the file was judged before, and after the change one of these holds:
/// <list type="bullet">
/// <item>refused: its tool refuses it, which it did not before;</item>
/// <item>unread: no reader takes it any more for what it was;</item>
/// <item>empty: nothing is left in it, and a tool looks for it by its name, or a statement of the tree names it;</item>
/// <item>hidden: git ignores it, and a tool looks for it by its name, or a statement of the tree names it.</item>
/// </list>
/// A line whose loss leaves the file readable may be the fault itself, and so may what stood in an emptied list of variables, packages, ignored paths or keys, or in source code. A file that nothing names
/// is deleted by being hidden: no clone has it, and nothing asks for it. What is of one machine (<c>.env</c>, <c>override</c>) is rightly ignored. Of tests and samples nobody deploys.
/// </summary>
internal static partial class BrokenFile
{
    /// <summary>Null for a change that breaks nothing.</summary>
    public static string? How(Report before, Report after, string path)
    {
        if (before.Score.Unjudged.Any(file => file.Path == path) || Aside().IsMatch(path))
        {
            return null;
        }

        var was = Read(before, path);
        var now = Read(after, path);
        return after.Deployment.Tree.Find(path) is { Status: FileStatus.Ignored }
            ? IsMissed(before, path)
                ? "hidden"
                : null
            : was.Count == 0
                ? null
                : after.Deployment.Artifacts.Any(artifact => artifact.File.Path == path && string.IsNullOrWhiteSpace(artifact.File.Text))
                    ? IsMissed(before, path)
                        ? "empty"
                        : null
                    : was.Exists(artifact => now.TrueForAll(other => other.GetType() != artifact.GetType()))
                        ? "unread"
                        : Refusals(after, path) > Refusals(before, path)
                            ? "refused"
                            : null;
    }

    /// <summary>What a tool reads whole, and cannot do without.</summary>
    private static List<Artifact> Read(Report report, string path) =>
        [
            .. report.Deployment.Artifacts.Where(artifact =>
                artifact.File.Path == path
                && !path.EndsWith(".py", StringComparison.Ordinal)
                && artifact
                    is not (
                        CodeFile
                        or Document
                        or EnvFile
                        or DockerIgnore
                        or LockFile
                        or PyProject
                        or Requirements
                        or SecretFile
                        or CertificateFile
                        or MisplacedWorkflow
                    )
            ),
        ];

    private static bool IsMissed(Report before, string path) =>
        !Own().IsMatch(path)
        && (LookedFor().IsMatch(path) || before.Deployment.Paths.Any(use => UsedPaths.Uses(use) && use.Answer.Looked == path));

    private static int Refusals(Report report, string path) =>
        report.Findings.Count(finding =>
            finding is { Rule.Id: "files/invalid-file" or "files/duplicate-key", Outcome: Outcome.Fail }
            && finding.Primary.Span.File.Path == path
        );

    [GeneratedRegex(
        @"(^|/)((docker-)?compose(\.\w+)?\.ya?ml|Dockerfile(\.\w+)?|package\.json|pyproject\.toml|pom\.xml|go\.mod|Cargo\.toml|kustomization\.ya?ml|Chart\.yaml|fly\.toml|render\.yaml|netlify\.toml|vercel\.json|heroku\.yml|Procfile|Jenkinsfile)$|^\.github/workflows/[^/]+\.ya?ml$|^\.gitlab-ci\.yml$|^\.circleci/config\.yml$"
    )]
    private static partial Regex LookedFor();

    [GeneratedRegex(@"(^|[/._-])(env|override|local|dev|debug|test|secrets?|private|my|old)([._-]|$)")]
    private static partial Regex Own();

    [GeneratedRegex(
        @"(^|[/._-])(tests?|integration|e2e|examples?|samples?|templates?|docs?|demo|archive|old|backup|legacy|vendor|third_party)([/._-]|$)"
    )]
    private static partial Regex Aside();
}
