using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Where Dockerfiles install packages by <c>uv pip</c>.</summary>
/// <remarks>Source: uv documentation, "Using Python environments": uv requires a virtual environment, or <c>--system</c>.</remarks>
internal static class UvInstalls
{
    // An image with one of these has an environment, or says that it needs none.
    private static readonly string[] Places =
    [
        "UV_SYSTEM_PYTHON",
        "UV_PYTHON",
        "UV_TARGET",
        "UV_PREFIX",
        "UV_CONFIG_FILE",
        "UV_PROJECT_ENVIRONMENT",
        "VIRTUAL_ENV",
        "venv",
        "virtualenv",
        "conda",
        "uv sync",
        "uv.toml",
    ];

    private static readonly string[] Options = ["--system", "--python", "-p", "--target", "-t", "--prefix", "--config-file", "--dry-run"];

    public static IReadOnlyList<UvInstall> Link(Deployment deployment)
    {
        var isSystem = new Lazy<bool>(() => deployment.Artifacts.Any(artifact => UvSettings.InstallIntoSystem(artifact.File)));
        return
        [
            .. from image in deployment.Images
            from stage in image.Stages
            where stage.PublicBase is { Role: ImageRole.Runtime or ImageRole.System }
            from at in stage.Commands
            where at.IsDemanded && Installs(at.Command)
            group new
            {
                image,
                stage,
                at,
            } by at.Command.Span into same
            let first = same.First()
            select new UvInstall(first.image.Dockerfile.File.Path, same.Key)
            {
                HasPlace = same.Any(one => HasPlace(one.image, one.stage, one.at)) || isSystem.Value,
                IsForDevelopment = first.image.IsForDevelopment,
            },
        ];
    }

    private static bool Installs(ShellCommand command) =>
        CommandLine.Of(command)
            is { Program: "uv", Wrappers.Count: 0, Arguments: [{ Literal: "pip" }, { Literal: "install" or "sync" }, ..] };

    private static bool HasPlace(Image image, ImageStage stage, StageCommand at) =>
        at.Command.Words.Any(word =>
            Options.Any(option => word.Raw == option || word.Raw.StartsWith(option + "=", StringComparison.Ordinal))
        ) || image.Mentions(stage, Places);
}
