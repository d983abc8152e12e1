using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>The one place into which an image installs Python packages, where that is a virtual environment for certain.</summary>
/// <param name="Install">The command that fills it.</param>
/// <param name="Directory">Null when its manager names it.</param>
/// <param name="Ignored">A variable that is meant for another command of the manager.</param>
/// <remarks>
/// Sources: uv documentation, "Project structure and files", "The project environment", and "Environment variables", <c>UV_SYSTEM_PYTHON</c>, which <c>uv pip</c> asks;
/// Poetry documentation, "Configuration", <c>virtualenvs.create</c>; Pipenv documentation, "Commands", <c>--system</c>.
/// </remarks>
internal sealed record VirtualEnvironment(string Manager, SourceSpan Install, string? Directory, SourceSpan? Ignored)
{
    private static readonly string[] Tools = ["pip", "setuptools", "wheel", "uv", "pipenv", "pipx", "poetry"];

    /// <summary>Null when unknown, or when the image installs elsewhere too.</summary>
    public static VirtualEnvironment? Of(Deployment deployment, Image image)
    {
        VirtualEnvironment? found = null;
        foreach (var stage in image.Stages)
        {
            if (
                (
                    stage.Declared.BaseStage is null
                    && stage.PublicBase is not { Role: ImageRole.Runtime or ImageRole.System }
                    && stage.Base.Text is not "scratch"
                ) || stage.Declared.Instructions.OfType<DockerInstruction.Copy>().Any(BringsPrograms)
            )
            {
                return null;
            }

            foreach (var at in stage.Commands)
            {
                var line = CommandLine.Of(at.Command);
                var known = KnownCommand.Of(at.Command);
                if (known.OfType<ManifestInstallCommand>().FirstOrDefault() is { Manager: "uv" or "poetry" or "pipenv" } install)
                {
                    if (Filled(stage, at, install) is not { } filled)
                    {
                        return null;
                    }

                    found ??= filled;
                }
                else if (!LeavesPrograms(at, line, known))
                {
                    return null;
                }
            }
        }

        return found;
    }

    private static VirtualEnvironment? Filled(ImageStage stage, StageCommand at, ManifestInstallCommand install)
    {
        var directory =
            install.Directory is null ? at.Directory
            : install.Directory.Literal is { } inside ? ImagePath.Join(at.Directory, inside)
            : null;
        if (at.Command is not { IsConditional: false, IsCondition: false } || directory is null)
        {
            return null;
        }

        return install.Manager switch
        {
            "uv" when !HasWord(at, "--active") && !IsSet(stage, at, "UV_PROJECT_ENVIRONMENT") && !IsSet(stage, at, "UV_PROJECT") => new(
                "uv",
                at.Command.Span,
                ImagePath.Under(directory, ".venv"),
                (stage.Declared.FindVariable("UV_SYSTEM_PYTHON", at.Run) as DockerInstruction.Env)?.Pair
            ),
            "poetry"
                when stage.Declared.FindVariable("POETRY_VIRTUALENVS_CREATE", at.Run)
                    is null
                        or DockerInstruction.Env { Value.Literal: "true" or "1" }
                    && !at.Command.Assignments.Any(assignment => assignment.Name.StartsWith("POETRY_", StringComparison.Ordinal))
                    && !IsSet(stage, at, "VIRTUAL_ENV")
                    && at.Before.Find(ImagePath.Under(directory, "poetry.toml")).IsMissing => new("poetry", at.Command.Span, null, null),
            "pipenv" when !HasWord(at, "--system") && !IsSet(stage, at, "PIPENV_SYSTEM") && !IsSet(stage, at, "VIRTUAL_ENV") => new(
                "pipenv",
                at.Command.Span,
                null,
                null
            ),
            _ => null,
        };
    }

    private static bool IsSet(ImageStage stage, StageCommand at, string name) =>
        stage.Declared.FindVariable(name, at.Run) is not null || at.Command.Assignments.Any(assignment => assignment.Name == name);

    private static bool HasWord(StageCommand at, string text) =>
        at.Command.Words.Any(word => word.Raw.Contains(text, StringComparison.Ordinal));

    /// <summary>A command that brings no program of Python to where one is looked for.</summary>
    private static bool LeavesPrograms(StageCommand at, CommandLine line, IReadOnlyList<KnownCommand> known)
    {
        if (line is { Program: "uv", Arguments: [{ Literal: "venv" }] })
        {
            return true;
        }

        if (HasWord(at, "venv") || HasWord(at, "VIRTUAL_ENV") || (line.Program == "poetry" && HasWord(at, "virtualenvs.create")))
        {
            return false;
        }

        return known.OfType<PackageInstallCommand>().FirstOrDefault() is not { } install
                ? known.OfType<PackageScriptCommand>().Any() || !PythonInstalls.MayInstall(at, line)
            : install.Manager == "pip" ? install is { RequirementFiles.Count: 0, Directories.Count: 0 } && install.Packages.All(IsTool)
            : !install.Packages.Any(IsLibrary);
    }

    private static bool IsTool(ShellWord word)
    {
        var name = word.Prefix.Trim('"', '\'').Split('=', '<', '>', '~', '[')[0];
        return Tools.Contains(name, StringComparer.Ordinal) || name.StartsWith("poetry-", StringComparison.Ordinal);
    }

    private static bool IsLibrary(ShellWord word) =>
        word.Literal is not { } name
        || name is "gunicorn" or "uvicorn" or "uwsgi"
        || (
            name.StartsWith("python3-", StringComparison.Ordinal)
            && name is not ("python3-pip" or "python3-dev" or "python3-venv" or "python3-setuptools")
        );

    /// <summary>The environment put elsewhere, or files of an image that is not built here.</summary>
    private static bool BringsPrograms(DockerInstruction.Copy copy) =>
        copy.From is { } from
        && (
            (copy.FromStage is null && !from.Raw.Contains("astral-sh/uv", StringComparison.Ordinal))
            || (
                copy.Sources.Any(source => source.Raw.Contains("venv", StringComparison.Ordinal))
                && copy.Destination?.Raw.Contains("venv", StringComparison.Ordinal) != true
            )
        );
}
