using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The steps of a stage that use files of a COPY above them: without the COPY, the build fails there instead.</summary>
internal static class LaterSteps
{
    private static readonly Dictionary<string, string> ManagerOf = new(StringComparer.Ordinal)
    {
        ["Gemfile"] = "bundle",
        ["Gemfile.lock"] = "bundle",
        ["go.mod"] = "go",
        ["Cargo.toml"] = "cargo",
        ["composer.json"] = "composer",
        ["poetry.lock"] = "poetry",
        ["uv.lock"] = "uv",
        ["pyproject.toml"] = "poetry",
        ["Pipfile"] = "pipenv",
    };

    private const int MostUses = 12;

    private static readonly string[] NodeFiles = ["package.json", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "package*.json"];

    /// <summary>In the order of the file; none where nothing speaks of the sources.</summary>
    public static IReadOnlyList<SourceSpan> That(IReadOnlyList<PathUse> all, Deployment deployment)
    {
        // No more are named in a sentence, and each is held against each step.
        List<PathUse> uses = [.. all.Take(MostUses)];
        return deployment.At<Dockerfile>(uses[0].Span.File.Path) is { } file
            ?
            [
                .. file
                    .Stages.Where(stage => stage.Instructions.Any(instruction => uses.Any(use => instruction.Span.Holds(use.Span))))
                    .SelectMany(stage => stage.Instructions)
                    .Where(instruction => uses.Any(use => instruction.Span.Start > use.Span.End && Needs(instruction, use)))
                    .Select(instruction => instruction.Span),
            ]
            : [];
    }

    private static bool Needs(DockerInstruction instruction, PathUse use)
    {
        var name = RepositoryPath.NameOf(use.Path.TrimEnd('/'));
        return instruction switch
        {
            DockerInstruction.Run run => (name.Length > 2 && run.Span.Mentions(name))
                || run.Command.Commands.SelectMany(KnownCommand.Of).Any(known => Reads(known, name)),
            DockerInstruction.Cmd or DockerInstruction.Entrypoint => name.Length > 2 && instruction.Span.Mentions(name),
            _ => false,
        };
    }

    private static bool Reads(KnownCommand known, string name) =>
        known switch
        {
            ManifestInstallCommand install => ManagerOf.GetValueOrDefault(name) == install.Manager,
            PackageScriptCommand { IsGlobal: false, Packages: [] } => NodeFiles.Contains(name, StringComparer.Ordinal),
            _ => false,
        };
}
