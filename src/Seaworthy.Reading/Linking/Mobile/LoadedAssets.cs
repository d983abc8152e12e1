using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Dart;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Mobile;

/// <summary>Env files that Flutter's source loads to the assets of its pubspec.</summary>
/// <remarks>Source: flutter_dotenv, README: the file is added to the assets bundle. Flutter: an entry with a slash bundles the files directly in a directory.</remarks>
internal static class LoadedAssets
{
    public static IReadOnlyList<LoadedAsset> Link(Deployment deployment, CodeModules modules)
    {
        CodeValues values = new(modules);
        var pubspecs = deployment.Of<Pubspec>().ToLookup(pubspec => pubspec.File.Directory, StringComparer.Ordinal);
        return
        [
            .. from file in deployment.Of<CodeFile>()
            where file is { Language: Language.Dart, IsTest: false }
            from setting in file.Settings
            where setting.Name == DartEnvironment.Loaded
            let path = values.Resolve(setting.Value, file, _ => null).Text
            let pubspec = RepositoryPath.Ancestors(file.File.Directory).SelectMany(directory => pubspecs[directory]).FirstOrDefault()
            where path is { Length: > 0 } && pubspec is { IsFlutter: true, Problems.Count: 0 }
            select new LoadedAsset(path, pubspec, setting.Span, pubspec.Assets.FirstOrDefault(asset => Holds(asset.Value, path))?.Span),
        ];
    }

    private static bool Holds(string asset, string path) =>
        asset == path || (asset.EndsWith('/') && path.LastIndexOf('/') is var slash and > 0 && asset == path[..(slash + 1)]);
}
