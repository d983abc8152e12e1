using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>What commands and steps need of the repository, by the part that the path plays.</summary>
internal static class PathMissingRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new PathMissing(
            PipelineRule.Info(
                "script-missing",
                "Script that does not exist",
                Severity.High,
                "The shell or the interpreter does not find it, and the step or script stops there.",
                "The script that the command runs is in the repository."
            ),
            PathRole.Script,
            use => $"{use.Subject} runs {use.Path}{In(use)}",
            _ => "the command fails"
        ),
        new PathMissing(
            PipelineRule.Info(
                "working-directory-missing",
                "Working directory that does not exist",
                Severity.High,
                "A runner starts no shell in a directory that is not there, and `cd` into it fails: what follows does not run, or runs in the wrong place.",
                "The step's working directory is in the repository.",
                Certainty.Likely
            ),
            PathRole.WorkingDirectory,
            use => $"{use.Subject} works in {use.Path}",
            _ => "nothing can run there"
        ),
        new PathMissing(
            PipelineRule.Info(
                "command-file-missing",
                "Command that reads a file that does not exist",
                Severity.High,
                "The command fails for want of its input: the migration does not run, the manifest is not applied, the copy is not made.",
                "The file that the command reads is in the repository."
            ),
            PathRole.CommandInput,
            use => use.Tool == "scp-action" ? $"{use.Subject} sends {use.Path} to a server" : $"{use.Subject} reads {use.Path}{In(use)}",
            use => use.Tool == "scp-action" ? "it does not get there" : "the command fails"
        ),
        new PathMissing(
            PipelineRule.Info(
                "lock-file-missing",
                "Lock file that an installation needs does not exist",
                Severity.High,
                "An installation from a lock file, and a cache keyed by one, refuse to work without it: the job fails at its first steps.",
                "The lock file that the command or the cache needs is in the repository."
            ),
            PathRole.LockFile,
            use => $"{use.Subject} uses {use.Tool}, which needs {use.Path}{In(use)}",
            _ => "it fails"
        ),
        new PathMissing(
            PipelineRule.Info(
                "manifest-missing",
                "Tool that runs where its manifest is not",
                Severity.High,
                "Package managers and build tools refuse to work outside a project.",
                "The tool finds its manifest where it runs.",
                Certainty.Likely
            ),
            PathRole.Manifest,
            use => $"{use.Subject} runs {use.Tool}{In(use)}, which needs {use.Path}",
            _ => "the command fails"
        ),
        new PathMissing(
            PipelineRule.Info(
                "framework-source-missing",
                "Builder of a front end that finds no source",
                Severity.High,
                "The builder looks for its first page in places of its own, and ends where it finds none: most often the application moved, and its old manifest stayed.",
                "The builder finds the source that it starts from.",
                Certainty.Likely
            ),
            PathRole.FrameworkSource,
            use => $"{use.Subject} runs {use.Tool}{In(use)}, which starts from {Starts(use)}",
            _ => "it ends with an error"
        ),
        new PathMissing(
            PipelineRule.Info(
                "project-missing",
                "Project or package that does not exist",
                Severity.High,
                "The build tool does not find what it is told to build or test, and ends with an error.",
                "The project that the command names is in the repository.",
                Certainty.Likely
            ),
            PathRole.ProjectFile,
            use => $"{use.Subject} gives {use.Tool} the path {use.Path}{In(use)}",
            _ => "the command fails"
        ),
        new PathMissing(
            PipelineRule.Info(
                "local-action-missing",
                "Local action or workflow that does not exist",
                Severity.High,
                "GitHub cannot resolve the reference: the job fails when it is set up, and a missing reusable workflow makes the whole file invalid.",
                "The action or workflow of this repository that is used exists."
            ),
            PathRole.Action,
            use => $"{use.Subject} uses {use.Path}",
            _ => "GitHub cannot find it"
        ),
    ];

    private static string Starts(PathUse use) => use.Path == "app" ? "a directory app or pages, there or in src" : use.Path;

    private static string In(PathUse use) =>
        use.IsAssumed ? ""
        : use.From is "the repository root" ? " at the repository root"
        : $" in {use.From}";
}
