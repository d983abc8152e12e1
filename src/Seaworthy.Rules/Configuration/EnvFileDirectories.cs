using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;

namespace Seaworthy.Rules.Configuration;

/// <summary>The directories with environment files, to find one above or below.</summary>
internal sealed class EnvFileDirectories
{
    private static readonly PerDeployment<EnvFileDirectories> All = new(deployment => new EnvFileDirectories(deployment));

    private readonly HashSet<string> directories;
    private readonly HashSet<string> above;

    private EnvFileDirectories(Deployment deployment)
    {
        directories = deployment.Of<EnvFile>().Select(file => file.File.Directory).ToHashSet(StringComparer.Ordinal);
        above = directories.SelectMany(WithThoseAbove).ToHashSet(StringComparer.Ordinal);
    }

    public static EnvFileDirectories Of(Deployment deployment) => All.Of(deployment);

    public bool IsAboveOrBelow(string directory) => above.Contains(directory) || WithThoseAbove(directory).Any(directories.Contains);

    private static IEnumerable<string> WithThoseAbove(string directory)
    {
        yield return directory;
        for (var slash = directory.LastIndexOf('/'); slash > 0; slash = directory.LastIndexOf('/', slash - 1))
        {
            yield return directory[..slash];
        }

        yield return "";
    }
}
