using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Compose files that <c>COMPOSE_FILE</c> in a <c>.env</c>, or in the template of one, or an environment of <c>seaworthy.yaml</c> loads together.</summary>
/// <remarks>Source: Docker documentation, "Pre-defined environment variables in Docker Compose", COMPOSE_FILE and COMPOSE_PATH_SEPARATOR.</remarks>
internal static class EnvironmentStacks
{
    public static IReadOnlyList<EnvironmentStack> Find(Deployment deployment, IReadOnlyDictionary<string, ComposeFile> files) =>
        [
            .. from directory in deployment.Of<EnvFile>().GroupBy(file => file.File.Directory, StringComparer.Ordinal)
            from file in Deciding([.. directory])
            let paths = ComposeDefaults.FilesNamedBy(file)
            let loaded = paths.Select(path => files.GetValueOrDefault(path)).OfType<ComposeFile>().Distinct().ToList()
            where loaded.Count > 0
            select new EnvironmentStack(directory.Key, loaded)
            {
                PartialBecause = loaded.Count == paths.Count ? null : $"COMPOSE_FILE in {file.File.Path} names a file that was not read",
            },
        ];

    /// <summary>The environments of the configuration that name files.</summary>
    public static IReadOnlyList<EnvironmentStack> Declared(Deployment deployment, IReadOnlyDictionary<string, ComposeFile> files) =>
        [
            .. from environment in deployment.Outside.Environments
            let loaded = environment.ComposeFiles.Select(path => files.GetValueOrDefault(path.Value)).OfType<ComposeFile>().ToList()
            where loaded.Count > 0
            select new EnvironmentStack(loaded[0].File.Directory, loaded)
            {
                PartialBecause =
                    loaded.Count == environment.ComposeFiles.Count
                        ? null
                        : $"the environment {environment.Name} ({environment.Span}) names a file that was not read",
                Declared = environment,
            },
        ];

    /// <summary>Compose reads <c>.env</c> alone; where that is not kept here, it is made from a template.</summary>
    private static IEnumerable<EnvFile> Deciding(List<EnvFile> beside) =>
        beside.Find(file => file.File.Name == ".env") is { } own
            ? [own]
            : beside.Where(file => file.IsTemplate && file.File.Name.StartsWith(".env", StringComparison.Ordinal));
}
