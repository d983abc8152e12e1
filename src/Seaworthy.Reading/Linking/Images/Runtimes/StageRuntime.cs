using System.Collections.Frozen;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>Which version of its runtime a stage has from the image at its bottom; nothing where a command may put another one in its place.</summary>
internal static class StageRuntime
{
    private static readonly FrozenSet<string> Installers = FrozenSet.Create(
        StringComparer.Ordinal,
        ["rustup", "pyenv", "nvm", "n", "fnm", "volta", "sdk", "goenv", "rbenv", "asdf", "mise", "conda", "mamba", "dotnet-install.sh"]
    );

    // Switches of the runtimes themselves that let another version be fetched, or take the place of the demanded one.
    private static readonly FrozenSet<string> Switches = FrozenSet.Create(
        StringComparer.Ordinal,
        ["GOTOOLCHAIN", "DOTNET_ROLL_FORWARD", "RUSTUP_TOOLCHAIN", "COMPOSER_IGNORE_PLATFORM_REQS", "COMPOSER_IGNORE_PLATFORM_REQ"]
    );

    // Programs in one file, which bring no runtime along.
    private static readonly FrozenSet<string> Tools = FrozenSet.Create(
        StringComparer.Ordinal,
        ["composer", "install-php-extensions", "uv", "uvx", "tini", "caddy", "symfony"]
    );

    public static Fact<ImageRuntime>? Of(Image image, ImageStage stage) => Of(image, stage, ImageRuntime.Of);

    /// <summary>The same, also for a tag that moves on with every release of the runtime: at least the release that is known.</summary>
    public static Fact<ImageRuntime>? AtLeast(Image image, ImageStage stage) =>
        Of(image, stage, reference => ImageRuntime.Of(reference) ?? ImageRuntime.Newest(reference));

    private static Fact<ImageRuntime>? Of(Image image, ImageStage stage, Func<ImageReference, ImageRuntime?> known)
    {
        var chain = image.Down(stage).ToList();
        var bottom = chain[^1];
        if (
            bottom.Base.Text is not { } text
            || ImageReference.Parse(text) is not { } reference
            || known(reference) is not { } runtime
            || chain.Exists(each => Replaces(each, runtime))
        )
        {
            return null;
        }

        return new Fact<ImageRuntime>(runtime, bottom.Declared.Span);
    }

    private static bool Replaces(ImageStage stage, ImageRuntime runtime) =>
        stage.Commands.Any(command => CommandLine.Of(command.Command) is var line && Installs(line, runtime))
        || stage.Declared.Instructions.Any(instruction =>
            instruction switch
            {
                DockerInstruction.Env env => Switches.Contains(env.Name.Value),
                DockerInstruction.Arg argument => Switches.Contains(argument.Name.Value),
                DockerInstruction.Copy { From: { } from, FromStage: null } copy => !BringsToolsOnly(copy) && IsOf(from.Raw, runtime),
                _ => false,
            }
        );

    // COPY --from=composer:2 /usr/bin/composer …
    private static bool BringsToolsOnly(DockerInstruction.Copy copy) =>
        copy.Sources.Count > 0
        && copy.Sources.All(source => source.Literal is { } path && Tools.Contains(path[(path.LastIndexOf('/') + 1)..]));

    private static bool Installs(CommandLine line, ImageRuntime runtime) =>
        Installers.Contains(line.Program)
        || line.Arguments.Any(word =>
            word.Raw.Contains("nodesource", StringComparison.Ordinal)
            || word.Raw.Contains(runtime.Runtime + ".org/d", StringComparison.Ordinal)
        );

    private static bool IsOf(string image, ImageRuntime runtime) =>
        ImageReference.Parse(image) is not { } reference
        || ImageRuntime.Of(reference)?.Runtime is not { } other
        || other == runtime.Runtime;
}
