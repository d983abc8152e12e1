using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Paths that commands and steps need, by role.</summary>
internal static class PathMissingRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new PathMissing(
            PipelineRule.Info(
                "script-missing",
                "Missing script",
                Severity.High,
                "The shell or interpreter does not find the script, and the step stops there.",
                "The script that the command runs is in the repository."
            ),
            PathRole.Script,
            use => $"{use.Subject} runs `{use.Path}`{In(use)}"
        ),
        new PathMissing(
            PipelineRule.Info(
                "working-directory-missing",
                "Missing working directory",
                Severity.High,
                "The runner starts no shell in a missing directory, and `cd` fails: later commands do not run, or run in the wrong place.",
                "The step's working directory is in the repository.",
                Certainty.Likely
            ),
            PathRole.WorkingDirectory,
            use => $"{use.Subject} runs in the directory `{use.Path}`"
        ),
        new PathMissing(
            PipelineRule.Info(
                "command-file-missing",
                "Missing command input file",
                Severity.High,
                "The command fails without its input: no migration runs, no manifest is applied. scp-action silently skips a missing file.",
                "The file that the command reads is in the repository."
            ),
            PathRole.CommandInput,
            use =>
                use.Tool switch
                {
                    "scp-action" => $"{use.Subject} sends `{use.Path}` to a server",
                    "yamlFile" => $"{use.Subject} takes the pod of its agent from `{use.Path}`{In(use)}",
                    _ => $"{use.Subject} reads `{use.Path}`{In(use)}",
                }
        ),
        new PathMissing(
            PipelineRule.Info(
                "lock-file-missing",
                "Missing lock file",
                Severity.High,
                "Locked installs, and caches keyed by the lock file, fail without it: the job stops in its first steps.",
                "The lock file that the command or the cache needs is in the repository."
            ),
            PathRole.LockFile,
            use => $"{use.Subject} uses {use.Tool}, which needs {use.Path}{In(use)}"
        ),
        new PathMissing(
            PipelineRule.Info(
                "manifest-missing",
                "Missing project manifest",
                Severity.High,
                "Package managers and build tools fail outside a project.",
                "The tool finds its manifest where it runs.",
                Certainty.Likely
            ),
            PathRole.Manifest,
            use => $"{use.Subject} runs `{use.Tool}`{In(use)}, which needs {use.Path}"
        ),
        new PathMissing(
            PipelineRule.Info(
                "framework-source-missing",
                "Missing front-end entry point",
                Severity.High,
                "The builder finds no entry point and stops with an error. Most often the application moved, and its old manifest stayed.",
                "The builder finds its entry point.",
                Certainty.Likely
            ),
            PathRole.FrameworkSource,
            use => $"{use.Subject} runs `{use.Tool}`{In(use)}, which needs {Starts(use)}"
        ),
        new PathMissing(
            PipelineRule.Info(
                "project-missing",
                "Missing project or package",
                Severity.High,
                "The build tool does not find the project, and stops with an error.",
                "The project that the command names is in the repository.",
                Certainty.Likely
            ),
            PathRole.ProjectFile,
            use => $"{use.Subject} passes `{use.Path}` to {use.Tool}{In(use)}"
        ),
        new PathMissing(
            PipelineRule.Info(
                "local-action-missing",
                "Missing local action or workflow",
                Severity.High,
                "GitHub cannot resolve the reference: the job fails during setup, and a missing reusable workflow makes the whole file invalid.",
                "The local action or workflow exists."
            ),
            PathRole.Action,
            use => $"{use.Subject} uses `{use.Path}`"
        ),
    ];

    private static string Starts(PathUse use) => use.Path == "app" ? "a directory `app` or `pages`, there or in `src`" : use.Path;

    private static string In(PathUse use) =>
        use.IsAssumed ? ""
        : use.From is "the repository root" ? " at the repository root"
        : $" in {use.From}";
}
