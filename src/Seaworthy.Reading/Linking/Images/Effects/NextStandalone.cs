using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>
/// What Next.js leaves only with <c>output: "standalone"</c>: never where the configuration is read whole and asks for another output or none; and that output inside of itself.
/// </summary>
/// <remarks>Source: Next.js documentation, "next.config.js: output".</remarks>
internal sealed class NextStandalone
{
    private const string Output = ".next/standalone/";

    private readonly List<CodeFile> configurations;
    private readonly bool knowsNothing;
    private readonly HashSet<string> ownPackages;

    public NextStandalone(Deployment deployment)
    {
        var packages = deployment.Of<PackageJson>().ToList();
        var files = deployment
            .Tree.Files.Where(file => RepositoryPath.NameOf(file.Path).StartsWith("next.config.", StringComparison.Ordinal))
            .ToList();
        configurations = [.. files.Select(file => deployment.At<CodeFile>(file.Path)).OfType<CodeFile>()];
        knowsNothing = configurations.Count < files.Count || !packages.Exists(package => package.FindDependency("next") is not null);
        ownPackages = [.. packages.Select(package => package.Name?.Value).OfType<string>()];
    }

    public bool IsNever(string path) =>
        (path + "/").Split(Output) switch
        {
            [_] => false,
            [var project, _] => !knowsNothing && Of(project).All(IsSilent),
            _ => true,
        };

    /// <summary>The configurations of the project in a directory of the image: those of the directory that it ends like, else all.</summary>
    private IEnumerable<CodeFile> Of(string project)
    {
        var own = configurations
            .Where(file =>
                file.File.Directory is { Length: > 0 } directory && project.EndsWith("/" + directory + "/", StringComparison.Ordinal)
            )
            .ToList();
        return own.Count > 0 ? own : configurations;
    }

    /// <summary>It says itself all that it says, and nothing of this output.</summary>
    private bool IsSilent(CodeFile configuration) =>
        configuration.Settings.All(setting => setting.Name != "next.output" || setting.Value is CodeValue.Literal { Text: "export" })
        && configuration.Imports.All(import => import.Module is not ['.', ..] && !IsOwn(import.Module));

    private bool IsOwn(string module) =>
        ownPackages.Contains(module) || ownPackages.Any(name => module.StartsWith(name + "/", StringComparison.Ordinal));
}
