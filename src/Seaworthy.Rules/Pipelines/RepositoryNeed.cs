using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Whether a command of a job does anything without the files of the repository.</summary>
internal static class RepositoryNeed
{
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "echo",
        "printf",
        "sleep",
        "date",
        "export",
        "set",
        "ls",
        "pwd",
        "env",
        "true",
        "corepack",
        "whoami",
        "uname",
        "df",
        "ssh-keyscan",
        "ssh-add",
        "ssh-agent",
    };

    // Where nothing is checked out, git ends with `fatal: not a git repository`.
    private static readonly HashSet<string> OfGit = new(StringComparer.Ordinal)
    {
        "add",
        "branch",
        "checkout",
        "commit",
        "describe",
        "diff",
        "fetch",
        "log",
        "merge",
        "pull",
        "push",
        "rev-list",
        "rev-parse",
        "show",
        "status",
        "switch",
        "tag",
    };

    // They work on the project around them, and end without one.
    private static readonly HashSet<string> OfProject = new(StringComparer.Ordinal) { "nx", "ng", "jest", "vitest", "vite", "tsc", "next" };

    // They read the files that they are given.
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "bash",
        "sh",
        "python",
        "python3",
        "node",
        "ruby",
        "php",
        "cat",
        "cp",
        "mv",
        "source",
        ".",
        "scp",
        "rsync",
        "kubectl",
        "helm",
        "ansible-playbook",
        "sed",
        "jq",
        "zip",
        "chmod",
    };

    /// <summary>It brings no file of the repository, and asks for none.</summary>
    public static bool IsHarmless(ShellCommand command) =>
        command.Words.Count == 0
        || Harmless.Contains(command.Program)
        || command.Words.Any(word => word.Literal is "--version" or "-v" or "-V" or "-g" or "--global")
        // Without a manifest "npm install" and "yarn" install nothing, and succeed.
        || command.Words
            is [{ Literal: "npm" }, { Literal: "install" or "i" }]
                or [{ Literal: "yarn" }]
                or [{ Literal: "yarn" }, { Literal: "install" }]
        || command.Words
            is [{ Literal: "npm" }, { Literal: "config" }, ..]
                or [{ Literal: "docker" }, { Literal: "login" or "pull" or "info" }, ..]
        || command.Words is [{ Literal: "sudo" }, { Literal: "apt-get" or "apt" }, ..]
        || command.Words
            is [{ Literal: "aws" }, { Literal: "eks" or "ecr" or "sts" }, ..]
                or [{ Literal: "az" }, { Literal: "login" or "aks" or "acr" }, ..]
        || (command.Words is [{ Literal: "pip" or "pip3" }, { Literal: "install" }, ..] && command.Words.Skip(2).All(IsPackage))
        || (
            command.Program is "mkdir" or "chmod"
            && command.Words.Skip(1).All(word => word.Raw.TrimStart('"') is ['-' or '~' or '/' or '$' or (>= '0' and <= '9'), ..])
        );

    /// <summary>It ends with an error where the repository is not.</summary>
    public static bool Of(ShellCommand command, RepositoryTree tree) =>
        OfTool(command)
        || OfImage(command)
        || (command.Words is [{ Literal: "git" }, { Literal: { } verb }, ..] && OfGit.Contains(verb))
        || (command.Words is [{ Literal: { } program }, ..] && OfProject.Contains(program))
        || (command.Words is [{ Literal: "npx" }, { Literal: { } started }, ..] && OfProject.Contains(started))
        || (Readers.Contains(command.Program) && command.Words.Skip(1).Any(word => IsIn(tree, word)))
        || (command.Program == "chmod" && command.Words.Skip(2).Any(word => word.Literal is { Length: > 2 } file && tree.HasFile(file)))
        || (command.Words is [{ Literal: ['.', '/', ..] } own, ..] && IsIn(tree, own));

    private static bool OfTool(ShellCommand command) =>
        command.Words switch
        {
            [{ Literal: "npm" }, { Literal: "ci" or "test" }] => true,
            [{ Literal: "npm" or "pnpm" or "yarn" }, { Literal: "run" }, { Literal: not ['-', ..] }, ..] => true,
            [{ Literal: "yarn" }, { Literal: "build" or "test" or "lint" }, ..] => true,
            [{ Literal: "pip" or "pip3" }, { Literal: "install" }, { Literal: "-r" }, { Literal: [not ('/' or '~' or 'h'), ..] }] => true,
            [{ Literal: "./gradlew" or "./mvnw" }, ..] => true,
            [{ Literal: "mvn" }, { Literal: not ['-', ..] }, ..] => command.Words.All(word => word.Literal is not ("-f" or "--file")),
            [{ Literal: "cargo" }, { Literal: "build" or "test" or "check" or "clippy" or "run" or "publish" or "fmt" }, ..] => true,
            [{ Literal: "go" }, { Literal: "build" or "test" or "vet" or "mod" }, ..] => command.Words.All(word =>
                !word.Raw.Contains('@', StringComparison.Ordinal)
            ),
            [{ Literal: "dotnet" }, { Literal: "build" or "test" or "publish" or "restore" or "pack" }, ..] => true,
            [{ Literal: "bundle" or "composer" }, { Literal: "install" }] => true,
            [{ Literal: "poetry" }, { Literal: "install" }] or [{ Literal: "uv" }, { Literal: "sync" }] => true,
            [{ Literal: "terraform" or "tofu" }, { Literal: "plan" or "apply" }, ..] => command.Words.All(word =>
                !word.Raw.Contains("tfplan", StringComparison.Ordinal)
            ),
            [{ Literal: "make" }, ..] => command.Words.All(word => word.Literal is { } text && text is not ("-f" or "-C")),
            _ => false,
        };

    private static bool OfImage(ShellCommand command) =>
        command.Words switch
        {
            [{ Literal: "docker" }, { Literal: "compose" }, { Literal: "build" or "up" }, ..] => true,
            [{ Literal: "docker-compose" }, { Literal: "build" or "up" }, ..] => true,
            [{ Literal: "docker" }, { Literal: "build" }, .., { Literal: "." or "./" }] => command.Words.All(word => word.Literal != "-"),
            _ => false,
        };

    private static bool IsIn(RepositoryTree tree, ShellWord word) =>
        word.Literal is { Length: > 2 } path
        && RepositoryPath.IsRelative(path)
        && (path.Contains('.', StringComparison.Ordinal) || path.Contains('/', StringComparison.Ordinal))
        && path.Trim('.', '/').Length > 0
        && RepositoryPath.Join("", path) is { Length: > 0 } full
        && tree.Has(full.TrimEnd('/'));

    /// <summary>A package of a registry: no option that names a file, no directory.</summary>
    private static bool IsPackage(ShellWord word) =>
        word.Literal is { } text
        && text is not ("-r" or "-e" or "--requirement" or "--editable" or "-c")
        && text is not ['.', ..]
        && !text.Contains('/', StringComparison.Ordinal);

    /// <summary>What an action asks of the files of the repository by its inputs, as part of a sentence; null for none.</summary>
    public static string? Of(WorkflowStep step, ActionReference uses)
    {
        if (uses.Name.StartsWith("actions/setup-", StringComparison.Ordinal))
        {
            return uses.Name is "actions/setup-node" or "actions/setup-python" or "actions/setup-java"
                && step.Input("cache") is { Literal: { Length: > 0 } cache }
                    ? $"looks for the lock file of `cache: {cache}`"
                : step.With.FirstOrDefault(input => input.Name.EndsWith("-version-file", StringComparison.Ordinal))
                    is { Value.Literal: { Length: > 0 } file } version
                    ? $"reads `{version.Name}: {file}`"
                : null;
        }

        return uses.Name == "docker/build-push-action" && step.Input("context")?.Literal is { Length: > 0 } context && context is ['.', ..]
            ? $"builds an image from `context: {context}`"
            : null;
    }
}
