using System.Globalization;
using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>The release of Java that Maven compiles for.</summary>
/// <remarks>
/// Sources: Maven Compiler Plugin, "Setting the --release of the Java Compiler": <c>release</c> goes before <c>source</c> and <c>target</c>; spring-boot-starter-parent, whose
/// <c>maven.compiler.release</c> is <c>${java.version}</c> since Boot 3 (17, unless the project says otherwise), and which set source and target before.
/// </remarks>
internal static class JavaRelease
{
    private const string OfPlugin = "<release>";
    private const string Release = "maven.compiler.release";
    private const string OfParent = "java.version";

    /// <summary>Null when the file does not say it with a setting or a property that the compiler is known to take.</summary>
    public static RuntimeRequirement? Of(JavaBuild build)
    {
        var stated = build.Runtimes.Where(runtime => runtime.Runtime == "java" && IsTaken(build, runtime)).ToList();
        if ((stated.Find(runtime => IsOf(runtime, OfPlugin)) ?? stated.Find(runtime => IsOf(runtime, Release))) is { } release)
        {
            return release;
        }

        // What the project gives for source and target, the parent's release hides.
        var counting = HasParentWithRelease(build) ? stated.FindAll(runtime => IsOf(runtime, OfParent)) : stated;
        return counting.Count > 0 && counting.TrueForAll(runtime => runtime.Version == counting[0].Version) ? counting[0] : null;
    }

    private static bool HasParentWithRelease(JavaBuild build) =>
        build.Parent?.Value == "spring-boot-starter-parent"
        && int.TryParse(build.ParentVersion?.Value.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
        && major >= 3;

    private static bool IsTaken(JavaBuild build, RuntimeRequirement runtime) =>
        runtime.Span.Line.Contains("maven.compiler.", StringComparison.Ordinal)
        || IsOf(runtime, OfPlugin)
        || build.Parent?.Value.StartsWith("spring-boot-", StringComparison.Ordinal) == true
        || build.File.Text.Contains("${java.version}", StringComparison.Ordinal);

    private static bool IsOf(RuntimeRequirement runtime, string property) => runtime.Span.Line.Contains(property, StringComparison.Ordinal);
}
