using Seaworthy.Model;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>Modules, imports and files that templates of Bicep take from the repository when they are compiled.</summary>
/// <remarks>Source: Bicep documentation, "Modules", "Imports", "Bicep functions – files".</remarks>
internal static class BicepPaths
{
    private static readonly string[] Loaders = ["loadTextContent", "loadJsonContent", "loadYamlContent", "loadFileAsBase64"];

    // Made by a build before anybody deploys.
    private static readonly string[] Made = [".zip", ".jar", ".pfx", ".cer"];

    public static IEnumerable<PathUse> Find(Deployment deployment) =>
        deployment
            .Of<BicepFile>()
            .SelectMany(file =>
                Named(file)
                    .Concat(Loaded(file))
                    .Select(named => Use(deployment.Tree, file, named))
                    .OfType<PathUse>()
                    .DistinctBy(use => use.Span)
            );

    private static IEnumerable<Taken> Named(BicepFile file) =>
        from statement in file.Statements
        let path = statement switch
        {
            BicepStatement.Module module => module.Path,
            BicepStatement.Use { Name.Value: "using" or "import" or "extends" } use => use.Path,
            _ => null,
        }
        where path is not null
        let kind = statement is BicepStatement.Module ? $"module {statement.Name.Value}" : $"`{statement.Name.Value}`"
        select new Taken(path, $"{kind} of {file.File.Path}", "");

    private static IEnumerable<Taken> Loaded(BicepFile file) =>
        from expression in BicepText.Of(file)
        let call = expression as BicepExpression.Call
        where call is { Arguments: [BicepExpression.Literal { IsText: true }, ..] } && Loaders.Contains(call.Function)
        let path = (BicepExpression.Literal)call.Arguments[0]
        where !Made.Any(end => path.Text.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        select new Taken(new Fact<string>(path.Text, path.Span), file.File.Path, call.Function);

    private static PathUse? Use(RepositoryTree tree, BicepFile file, Taken taken) =>
        BicepTemplates.PathOf(file, taken.Path) is { Length: > 0 } path
            ? new PathUse(PathRole.BicepFile, taken.Path.Value, taken.Path.Span, taken.Subject, tree.Look(path, taken.Path.Value))
            {
                From = file.File.Directory.Length == 0 ? "the repository root" : file.File.Directory,
                Tool = taken.Tool,
                IsFile = true,
            }
            : null;

    private sealed record Taken(Fact<string> Path, string Subject, string Tool);
}
