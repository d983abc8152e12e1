using System.Runtime.CompilerServices;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Dockerfiles that nothing in the repository builds.</summary>
internal static class OrphanDockerfiles
{
    /// <summary>One image for each Dockerfile; a single one needs no caller to be understood, and a build with a computed path may build any.</summary>
    public static IReadOnlyList<Image> Judged(Deployment deployment)
    {
        var files = deployment.Images.DistinctBy(image => image.Dockerfile).ToList();
        return files.Count > 1 && files.TrueForAll(image => image.Build.MaybeBuiltBy is null) ? files : [];
    }

    /// <summary>Where nothing is built here and manifests run it all the same, somebody builds it elsewhere.</summary>
    public static IReadOnlyList<Image> Of(IReadOnlyList<Image> judged, Deployment deployment)
    {
        var orphans = judged.Where(image => image.Build.IsAssumed && !IsNamedInCode(image, deployment) && !IsForBots(image)).ToList();
        var isBuiltElsewhere = orphans.Count == judged.Count && orphans.TrueForAll(image => IsRun(image.Dockerfile, deployment));
        return orphans.Count < 2 || isBuiltElsewhere ? [] : orphans;
    }

    // Five rules ask, and some for each image; the answer takes a search of all code.
    private static readonly ConditionalWeakTable<Deployment, IReadOnlySet<SourceFile>> Found = [];

    /// <summary>Those left behind beside others that are built, and run by nothing: what else is wrong with them weighs little.</summary>
    public static IReadOnlySet<SourceFile> LeftBehind(Deployment deployment) => Found.GetValue(deployment, FindLeftBehind);

    private static IReadOnlySet<SourceFile> FindLeftBehind(Deployment deployment)
    {
        var judged = Judged(deployment);
        var orphans = Of(judged, deployment);
        return orphans.Count == judged.Count
            ? new HashSet<SourceFile>()
            : orphans.Where(image => !IsRun(image.Dockerfile, deployment)).Select(image => image.Dockerfile.File).ToHashSet();
    }

    /// <summary>Source builds it, as a test does with Testcontainers: <c>withFileFromClasspath("Dockerfile", "activemq/Dockerfile")</c>.</summary>
    private static bool IsNamedInCode(Image image, Deployment deployment)
    {
        var file = image.Dockerfile.File;
        var tail = $"{file.Directory[(file.Directory.LastIndexOf('/') + 1)..]}/{file.Name}";
        return file.Directory.Length > 0 && deployment.Of<CodeFile>().Any(code => code.File.Mentions(tail));
    }

    /// <summary>It is there so that bots propose newer versions of what it names, and says so.</summary>
    private static bool IsForBots(Image image) => image.Dockerfile.SaysNotToBuild;

    private static bool IsRun(Dockerfile dockerfile, Deployment deployment) =>
        deployment.WorkloadsOf(dockerfile).Any()
        || deployment.All<ChartImage>().Any(chart => ReferenceEquals(chart.Image.Dockerfile, dockerfile));
}
