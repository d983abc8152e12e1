using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>
/// What a RUN instruction may add to the image. Commands known to leave nothing behind leave nothing; package managers open the directories they fill;
/// any other command may have made anything, so it opens the whole image.
/// </summary>
internal static class RunEffects
{
    private const string Why = "this RUN may make it";

    // Change or remove what is there, or write into directories that every base image opens anyway.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "apt-get",
        "apt",
        "apk",
        "yum",
        "dnf",
        "microdnf",
        "apt-mark",
        "dpkg",
        "dpkg-query",
        "update-ca-certificates",
        "ldconfig",
        "locale-gen",
        "chmod",
        "chown",
        "chgrp",
        "addgroup",
        "adduser",
        "groupadd",
        "useradd",
        "usermod",
        "groupmod",
        "passwd",
        "su",
        "rm",
        "rmdir",
        "ls",
        "cat",
        "echo",
        "printf",
        "true",
        ":",
        "false",
        "test",
        "[",
        "[[",
        "set",
        "export",
        "cd",
        "exit",
        "sleep",
        "which",
        "command",
        "type",
        "env",
        "date",
        "id",
        "pwd",
        "uname",
        "grep",
        "find",
        "wc",
        "head",
        "tail",
        "sort",
        "du",
        "df",
        "stat",
        "sync",
        "setcap",
        "strip",
        "upx",
        "file",
        "ldd",
        "corepack",
        "pip-audit",
        "eval",
        "umask",
        "ulimit",
        "readonly",
        "local",
        "source",
        ".",
        "if",
        "rustup",
        "update-alternatives",
        "dos2unix",
        "sed",
        "npx-check",
    };

    public static IEnumerable<ImageLayer> Of(DockerInstruction.Run run, string? directory)
    {
        if (run.Command.Commands.Count == 0)
        {
            yield return new ImageLayer.Opened("/", Why, run.Span);
            yield break;
        }

        foreach (var command in run.Command.Commands)
        {
            var here = command.Directory is { } inside && directory is not null ? ImagePath.Join(directory, inside) : null;
            foreach (var layer in Of(command, here, run.Span))
            {
                yield return layer;
            }
        }
    }

    private static IEnumerable<ImageLayer> Of(ShellCommand command, string? here, SourceSpan span)
    {
        foreach (var redirect in command.Redirects.Where(redirect => redirect.Operator is ">" or ">>" or ">|" or "&>"))
        {
            yield return Written(redirect.Target.Literal, here, span);
        }

        if (command.Words.Count == 0 || Harmless.Contains(command.Program))
        {
            yield break;
        }

        var arguments = command.Arguments.Select(word => word.Literal).ToList();
        switch (command.Program)
        {
            case "mkdir" or "touch" or "install":
                foreach (var path in arguments)
                {
                    if (path is null or not ['-', ..])
                    {
                        yield return Written(path, here, span);
                    }
                }

                break;
            case "npm"
            or "yarn"
            or "pnpm"
            or "bun" when arguments is ["ci" or "install" or "i" or "cache" or "config" or "prune" or "set" or "fetch", ..] or []:
                yield return Opened(ImagePath.Join(here, "node_modules"), span);
                break;
            case "pip" or "pip3" or "poetry" or "pipenv":
                yield return Opened(ImagePath.Join(here, ".venv"), span);
                break;
            case "go" when arguments is ["mod", ..]:
                break;
            case "go" when arguments is ["build", ..] && arguments.IndexOf("-o") is var at and > 0 && at + 1 < arguments.Count:
                yield return Written(arguments[at + 1], here, span);
                break;
            case "dotnet" when arguments is ["restore", ..]:
                yield return Opened(here, span);
                break;
            case "cargo" when arguments is ["build" or "fetch" or "chef", ..]:
                yield return Opened(ImagePath.Join(here, "target"), span);
                break;
            case "cp" or "mv" or "ln" when arguments is [.., { } last]:
                yield return Opened(ImagePath.Join(here, last), span);
                break;
            default:
                yield return new ImageLayer.Opened("/", Why, span);
                break;
        }
    }

    private static ImageLayer Written(string? path, string? here, SourceSpan span) =>
        path is not null && ImagePath.Join(here, path) is { } full
            ? new ImageLayer.Made(full, null, span)
            : new ImageLayer.Opened("/", Why, span);

    private static ImageLayer.Opened Opened(string? path, SourceSpan span) => new(path ?? "/", Why, span);
}
