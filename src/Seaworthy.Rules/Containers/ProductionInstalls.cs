using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Finds the installations of npm and Yarn in a stage that leave development dependencies out.</summary>
/// <remarks>Sources: npm documentation, "npm ci", "scripts: Life Cycle Operation Order"; Yarn 1 documentation, "yarn install", which skips <c>prepare</c> in production.</remarks>
internal static class ProductionInstalls
{
    private const int FirstWithPrepare = 15;

    private static readonly EarlierVariables Settings = new(name => name.Contains("IGNORE_SCRIPTS", StringComparison.OrdinalIgnoreCase));

    private static readonly EarlierCommands Changing = new(other =>
        KnownCommand
            .Of(other.Command)
            .OfType<PackageScriptCommand>()
            .Any(known => known.Verb is "install" or "add" or "pkg" or "set-script")
        || other.Command.Words.Any(word => word.Raw.Contains("package.json", StringComparison.Ordinal))
    );

    public static IEnumerable<ProductionInstall> Of(Deployment deployment, Image image, ImageStage stage)
    {
        foreach (var at in stage.Commands)
        {
            if (
                at is { Directory: { } directory, Command: { IsConditional: false, FailureIsMasked: false } }
                && KnownCommand.Of(at.Command).OfType<PackageScriptCommand>().FirstOrDefault()
                    is {
                        Verb: "install",
                        Manager: "npm" or "yarn",
                        IsGlobal: false,
                        Packages.Count: 0,
                        Directory: null,
                        Workspaces.Count: 0
                    } install
                && DevelopmentOmission.Of(stage, at, install) is var (because, omits)
                && omits
                && !IgnoresScripts(stage, at)
                && at.Before.Find(directory.TrimEnd('/') + "/package.json") is { Presence: Presence.Present, Actual: { } path }
                && deployment.At<PackageJson>(path) is { } package
                && !HasSettings(deployment, package)
                && !IsChanged(stage, at)
            )
            {
                yield return new ProductionInstall(image, at, package, Scripts(package, install.Manager))
                {
                    IsCertain = install.Manager == "yarn" || HasPrepare(stage),
                    Because = because,
                };
            }
        }
    }

    private static IReadOnlyList<PackageScript> Scripts(PackageJson package, string manager)
    {
        var names = manager == "yarn" ? LifecycleScripts.Always : LifecycleScripts.OfRoot;
        return [.. names.Select(package.FindScript).OfType<PackageScript>()];
    }

    private static bool IgnoresScripts(ImageStage stage, StageCommand at) =>
        at.Command.Words.Any(word => word.Raw.Contains("ignore-scripts", StringComparison.Ordinal))
        || Settings.AreSetAt(stage.Declared, at.Run);

    /// <summary>A .npmrc of the package or of the repository may say that no scripts run.</summary>
    private static bool HasSettings(Deployment deployment, PackageJson package) =>
        deployment.Tree.HasFile(".npmrc") || deployment.Tree.HasFile($"{package.File.Directory}/.npmrc");

    /// <summary>A command before may have taken the script, or the file, away, or installed the tool.</summary>
    private static bool IsChanged(ImageStage stage, StageCommand at) => Changing.StandBefore(stage, at);

    /// <summary>npm runs <c>prepare</c> in production from release 7 on, which Node's image has from 15 on.</summary>
    private static bool HasPrepare(ImageStage stage) =>
        stage is { PublicBase.Name: "node", Base.Text: { } reference }
        && ImageReference.Parse(reference) is { EffectiveTag: var tag }
        && (!int.TryParse(tag.Split('.', '-')[0], out var release) || release >= FirstWithPrepare);
}
