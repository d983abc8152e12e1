using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>Whether the steps of a job before one of them may put files into the workspace that a clone does not hold.</summary>
internal static class EarlierSteps
{
    private static readonly HashSet<string> KeepTheTree = new(StringComparer.Ordinal)
    {
        "actions/checkout",
        "actions/cache",
        "actions/upload-artifact",
        "gradle/actions/setup-gradle",
        "docker/setup-buildx-action",
        "docker/setup-qemu-action",
        "docker/login-action",
        "docker/metadata-action",
        "docker/build-push-action",
        "aws-actions/configure-aws-credentials",
        "aws-actions/amazon-ecr-login",
        "google-github-actions/auth",
        "azure/login",
        "azure/docker-login",
        "aquasecurity/trivy-action",
        "github/codeql-action/init",
        "sigstore/cosign-installer",
        "google-github-actions/setup-gcloud",
        "pulumi/setup-pulumi",
        "azure/setup-helm",
        "denoland/setup-deno",
    };

    private static readonly HashSet<string> KeepingPrograms = new(StringComparer.Ordinal)
    {
        "echo",
        "docker",
        "set",
        "export",
        "cd",
        "ls",
        "cat",
        "test",
        "[",
        "[[",
        "awk",
        "basename",
        "bc",
        "chmod",
        "cut",
        "df",
        "dirname",
        "du",
        "env",
        "expr",
        "false",
        "free",
        "head",
        "hostname",
        "id",
        "let",
        "pwd",
        "rm",
        "sed",
        "seq",
        "sha256sum",
        "sort",
        "tail",
        "tr",
        "uname",
        "uniq",
        "wc",
        "which",
        "whoami",
        "exit",
        "sleep",
        "printf",
        "true",
        "git",
        "aws",
        "gcloud",
        "date",
        "grep",
        "if",
        "curl",
        "jq",
        "read",
        "command",
        "local",
        "kubectl",
        "docker-compose",
        "trap",
        ":",
        "source",
        ".",
        "return",
        "unset",
    };

    // Install, compile and test: what they write is beside the sources, in directories of its own.
    private static readonly HashSet<string> Compilers = new(StringComparer.Ordinal)
    {
        "mvn",
        "mvnw",
        "gradle",
        "gradlew",
        "dotnet",
        "go",
        "cargo",
        "pip",
        "pip3",
        "poetry",
        "uv",
        "pytest",
        "composer",
        "bundle",
        "npm",
        "yarn",
        "pnpm",
        "bun",
    };

    private static readonly string[] ScriptsThatCompile = ["build", "test", "lint", "check", "format"];

    private static readonly PerDeployment<FirstMakers> Files = new(deployment => new FirstMakers(
        deployment,
        step => MayMake(step, MayMakeFiles),
        MayMakeFiles
    ));

    private static readonly PerDeployment<FirstMakers> Dockerfiles = new(deployment => new FirstMakers(
        deployment,
        step => MayMake(step, MayMakeDockerfiles),
        MayMakeDockerfiles
    ));

    public static bool MayMakeFiles(Deployment deployment, WorkflowJob job, WorkflowStep before) =>
        Files.Of(deployment).IsBefore(job, before);

    /// <summary>The same for a command of a script or of a step: whatever runs before it.</summary>
    public static bool MayMakeFiles(Deployment deployment, CommandSite site) => Files.Of(deployment).IsBefore(site);

    /// <summary>Whether one of them may write a Dockerfile among the sources: builds of the program do not.</summary>
    public static bool MayMakeDockerfiles(Deployment deployment, WorkflowJob job, WorkflowStep before) =>
        Dockerfiles.Of(deployment).IsBefore(job, before);

    /// <summary>The same for a command of a script or of a step.</summary>
    public static bool MayMakeDockerfiles(Deployment deployment, CommandSite site) => Dockerfiles.Of(deployment).IsBefore(site);

    /// <summary>An action that only puts a language or tool in place writes nothing beside the sources.</summary>
    private static bool KeepsTheTree(string action) =>
        KeepTheTree.Contains(action) || KnownActions.Find(action)?.Intents is [StepIntent.SetUp];

    private static bool MayMake(WorkflowStep step, Func<ShellCommand, bool> mayMake) =>
        step.Uses is { } action
            ? !KeepsTheTree(action.Name) || (action.Name == "actions/checkout" && step.Input("repository") is not null)
            : step.Run is { } script && (script.Commands.Count == 0 || script.Commands.Any(mayMake));

    /// <summary>A container that sees the workspace builds into it: <c>docker run -v $PWD:/src golang go build</c>.</summary>
    private static bool BringsFiles(CommandLine line) =>
        (line.Program, line.Verb) switch
        {
            ("docker", "cp") or ("git", "clone") => true,
            ("docker", "run" or "create") => line.Arguments.Any(word =>
                word.Raw is "-v" or "--volume" or "--mount"
                || word.Raw.StartsWith("--volume=", StringComparison.Ordinal)
                || word.Raw.StartsWith("--mount=", StringComparison.Ordinal)
                || word.Raw is ['-', 'v', _, ..]
            ),
            _ => false,
        };

    private static bool MayMakeDockerfiles(ShellCommand command) => MayMakeFiles(command) && !Compiles(command);

    private static bool Compiles(ShellCommand command) =>
        Compilers.Contains(command.Program)
        && command.Redirects.Count == 0
        && (
            KnownCommand.Of(command).OfType<PackageScriptCommand>().FirstOrDefault() is not { Script: { } script }
            || Array.Exists(ScriptsThatCompile, name => script.Literal?.Contains(name, StringComparison.Ordinal) is true)
        );

    private static bool MayMakeFiles(ShellCommand command) =>
        (command.Words.Count > 0 && !KeepingPrograms.Contains(command.Program))
        || BringsFiles(CommandLine.Of(command))
        || command.Redirects.Any(redirect =>
            redirect.Operator is ">" or ">>"
            && redirect.Target.Literal?.StartsWith("/dev/", StringComparison.Ordinal) is not true
            && !redirect.Target.Raw.Contains("GITHUB_", StringComparison.Ordinal)
        );
}
