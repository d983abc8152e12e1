using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>Scripts of a shell that only run when a pipeline, a script or a document names them.</summary>
internal static class CalledScripts
{
    public static IEnumerable<SourceFile> Find(Deployment deployment) =>
        deployment
            .Of<ShellScript>()
            .Select(script => script.File)
            .Where(file => file.Name.EndsWith(".sh", StringComparison.Ordinal) && !IsFoundByItself(file));

    /// <summary>People type it from habit, or it runs with all others of its directory: <c>deploy-staging.sh</c>, <c>docker-entrypoint-initdb.d/10-user.sh</c>.</summary>
    private static bool IsFoundByItself(SourceFile file) =>
        file.Name.StartsWith("deploy", StringComparison.OrdinalIgnoreCase)
        || RepositoryPath.NameOf(file.Directory) is var directory
            && (directory.EndsWith(".d", StringComparison.Ordinal) || directory.Contains("init", StringComparison.OrdinalIgnoreCase));
}
